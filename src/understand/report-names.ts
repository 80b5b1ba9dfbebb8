import type { DocumentInfo, DocumentKind } from '../model.ts';
import type { Mention } from './document-names.ts';
import { escapeForPattern } from './question-text.ts';
import { ownYearOf, yearsIn } from './years.ts';

/** What may stand between the year of a report and the word: whose it is, and of what sort. */
const OF_WHOM =
  '的|[那这两三四几](?:份|个|年)?|国务院|总理|全国|省|市|自治区|区|县|州|旗|人民|政府|年度|国民经济和社会发展|工作|计划';
const REPORTS: readonly DocumentKind[] = ['work-report', 'annual-plan'];

/** A report called by its year, or several: 2003年政府工作报告, 03年和08年两份报告. What is asked may be of other years. */
export interface ReportName {
  readonly said: string;
  readonly start: number;
  readonly years: readonly number[];
}

const YEAR = '(?:(?:19|20)\\d{2}年?|\\d{2}年)';

/** @param places names of places as the flat question says them */
export function reportNames(flat: string, places: readonly string[]): ReportName[] {
  const words = [OF_WHOM, ...places.map(escapeForPattern)].join('|');
  const form = new RegExp(
    `(?<!\\d)(${YEAR}(?:[、,和与及跟]${YEAR})*)(?:${words})*(?:报告|计划(?=[里中的说写定]))`,
    'gu',
  );
  return [...flat.matchAll(form)].map(({ 0: said, 1: list = '', index }) => ({
    said,
    start: index,
    years: yearsIn(list).years,
  }));
}

/** Of each report named by its year the one document that it can mean. */
export const reportMentions = (
  names: readonly ReportName[],
  documents: readonly DocumentInfo[],
): Mention[] =>
  names.flatMap(({ said, start, years }) =>
    years.flatMap((year) => {
      const [meant, ...others] = documents.filter(
        (document) => REPORTS.includes(document.kind) && ownYearOf(document) === year,
      );
      return meant && others.length === 0
        ? [{ name: said, start, documentId: meant.id, exact: true }]
        : [];
    }),
  );
