import type { Passage } from '../../model.ts';
import type { ClaimClause } from './claim-clauses.ts';
import { compact } from './compact-text.ts';
import { isCourse } from './neutral-words.ts';
import { cellsOf, indicatorName } from './row-sentences.ts';
import { stemOf } from './same-words.ts';

/** A row of a table of indicators, as a claim may word it. */
export interface RowText {
  /** All that it and the names over it say. */
  readonly text: string;
  readonly name: string;
  readonly values: readonly string[];
}

export function rowText(passage: Passage): RowText {
  const [first, ...others] = cellsOf(passage);
  return {
    text: compact(passage.text),
    name: compact(indicatorName(first?.value ?? '')),
    values: others.map(({ value }) => compact(value)),
  };
}

/** What a table is spoken of with, whatever is in it. */
const OF_TABLES =
  /^(?:目标值?|基期|属性|指标属性|指标|没有|给出|数值|控制|稳定|年均增速|累计|年均|一栏|原文缺失|缺失)$/u;

/** The first word of a clause that neither the row nor what stands over it says; undefined where all are said. */
export function unsaidByRow(
  { said }: ClaimClause,
  row: RowText,
  isSaid: (word: string) => boolean,
): string | undefined {
  const isKnown = (word: string): boolean =>
    OF_TABLES.test(word) || row.text.includes(word) || isSaid(word);
  return said.find(
    ({ word, pieces }) => !isCourse(word) && ![word, stemOf(word), ...pieces].some(isKnown),
  )?.word;
}

const ASIDE = /\([^()]*\)/gu;

/**
 * Whether a clause that says part of an indicator's name says all of it: 常住人口 is another thing than
 * 常住人口城镇化率. One that says none of it is of what was named before.
 */
export function isNamedWhole(
  clause: ClaimClause,
  { name }: RowText,
  isNamed: (name: string) => boolean,
): boolean {
  const says = clause.said.some(({ word }) => name.includes(word) && !OF_TABLES.test(word));
  return !says || clause.text.includes(name) || isNamed(name.replace(ASIDE, ''));
}

/** Whether each figure that a cell gives to some only (男性78.57) is given to the same. */
export function keepsShares({ text, figures }: ClaimClause, { values }: RowText): boolean {
  return figures.every(({ values: [number = ''], start }, at) => {
    const before = text.slice(figures[at - 1]?.end ?? 0, start);
    const owners = values.flatMap((value) => {
      const found = new RegExp(
        `(?![在为到至于约近过])(\\p{Script=Han})(?:性|的)?${number.replace('.', '\\.')}(?![\\d.])`,
        'u',
      );
      return found.exec(value)?.[1] ?? [];
    });
    const isBare = values.some((value) => new RegExp(`^${number}`, 'u').test(value));
    return owners.length === 0 || isBare || owners.some((owner) => before.includes(owner));
  });
}
