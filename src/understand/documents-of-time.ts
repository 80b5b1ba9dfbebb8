import type { DocumentInfo } from '../model.ts';
import { askedYears, speaksOf, type YearsSaid, yearsIn } from './years.ts';

/** Five-year plans begin with years that end in 1 and 6. */
const FIRST_PLAN_YEAR = 1951;
const PLAN_YEARS = 5;

type Span = readonly [from: number, to: number];

/**
 * Of the documents of a place those that can speak of the time asked: 2026年 is a matter of this year's report and
 * not of a plan that ended twenty years before. All of them where no time is asked, or where none can.
 * @param documents of one place
 * @param thisYear by the clock
 */
export function documentsOfTime(
  documents: readonly DocumentInfo[],
  time: YearsSaid,
  thisYear: number,
): readonly DocumentInfo[] {
  const years = askedYears(time, thisYear);
  const spans = [...years.map((year): Span => [year, year]), ...time.periods];
  if (spans.length === 0) return documents;
  const own = documents.filter((document) =>
    time.periods.some((asked) => document.period !== null && meet(document.period, asked)),
  );
  if (own.length > 0 && years.length === 0) return own;
  const fitting = documents.filter((document) => spans.some((span) => reaches(document, span)));
  return fitting.length === 0 ? documents : fitting;
}

/** A document that does not say what years it is for may speak of any. */
function reaches(document: DocumentInfo, [from, to]: Span): boolean {
  if (document.period === null || meet(reachOf(document.period), [from, to])) return true;
  const { years, periods } = yearsIn(document.title);
  const named = { years, periods, now: false };
  return years.length + periods.length > 0 && speaksOf(named, to);
}

/**
 * What a document looks back on and forward to: the year before, and the five-year plan that ends there; the end of
 * the five-year plan it lies in.
 */
function reachOf([from, to]: Span): Span {
  const isFirst = (from - FIRST_PLAN_YEAR) % PLAN_YEARS === 0;
  const yearsLeft = PLAN_YEARS - 1 - ((to - FIRST_PLAN_YEAR) % PLAN_YEARS);
  return [from - (isFirst ? PLAN_YEARS : 1), to + yearsLeft];
}

const meet = (one: Span, other: Span): boolean => one[0] <= other[1] && other[0] <= one[1];
