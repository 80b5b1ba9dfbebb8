import { relativeYearsIn } from '../language/relative-years.ts';
import type { DocumentInfo } from '../model.ts';

/** Years a text speaks of; a five-year plan is named by its number (十四五 = 2021–2025). */
export interface YearsSaid {
  readonly years: readonly number[];
  readonly periods: readonly (readonly [from: number, to: number])[];
  /** 现在、目前: the latest state the document reports. */
  readonly now: boolean;
  /** Years counted from this one (今年 0, 去年 −1): see `askedYears`. Left out where none is. */
  readonly relative?: readonly number[];
}

/** 50年 is 2050; 84年 is 1984. */
const LAST_OF_THIS_CENTURY = 50;

const PLAN_NUMBERS = '一二三四五六七八九十';
const PLAN_NAME = /十([一二三四五六七八九])五/gu;
/** Up to the tenth the numbers have one figure, and only what stands around them tells them from a quantity. */
const EARLY_PLAN =
  /(?<![\d十百千万二三四五六七八九])[“"'‘]?([一二三四五六七八九十])五[”"'’]?(?=计划|规划|时期|期间|末|的?时候|那)|[“"']([六七八九十])五[”"']/gu;
const PERIOD_END = /^[”"'’]?(?:规划|计划)?(?:时期)?(?:期)?(?:末|收官|最后一年|底|结束)/u;

/** Last year of the nth five-year plan: 十三五 → 2020. */
export const lastYearOf = (numeral: string): number =>
  2020 + 5 * (PLAN_NUMBERS.indexOf(numeral) - 2);

/** What a plan of five years is called by (2006–2010: 十一五); undefined for other periods. */
export function planNumberOf(period: readonly [number, number] | null): string | undefined {
  if (period === null || period[1] - period[0] !== 4 || period[1] % 5 !== 0) return undefined;
  const nth = (period[1] - 1955) / 5;
  const numeral = PLAN_NUMBERS.charAt((nth - 1) % 10);
  return nth <= 10 ? `${numeral}五` : `十${numeral}五`;
}

/** Reads a normalised text (half-width digits). */
export function yearsIn(text: string): YearsSaid {
  const years = new Set<number>();
  const periods: [number, number][] = [];
  for (const match of text.matchAll(
    /(?<!\d)((?:19|20)\d{2})(?:\s*[-—–~至到→]+\s*((?:19|20)\d{2}))?(?!\d)/gu,
  )) {
    years.add(Number(match[1]));
    if (match[2]) {
      years.add(Number(match[2]));
      periods.push([Number(match[1]), Number(match[2])]);
    }
  }
  for (const [, digits = ''] of text.matchAll(
    /(?<![\d.])(0\d|[1-4]\d|50|[789]\d)年(?!以|内|间|来|代)/gu,
  ))
    years.add(Number(digits) + (Number(digits) > LAST_OF_THIS_CENTURY ? 1900 : 2000));
  for (const match of text.matchAll(PLAN_NAME)) {
    const last = lastYearOf(match[1] ?? '');
    const rest = text.slice(match.index + match[0].length);
    if (PERIOD_END.test(rest)) years.add(last);
    else periods.push([last - 4, last]);
  }
  for (const match of text.matchAll(EARLY_PLAN)) {
    const last = lastYearOf(match[1] ?? match[2] ?? '') - 50;
    const rest = text.slice(match.index + match[0].length);
    if (PERIOD_END.test(rest)) years.add(last);
    else periods.push([last - 4, last]);
  }
  const relative = relativeYearsIn(text);
  return {
    years: [...years],
    periods,
    now: /现在|目前|眼下|当前|如今|现状/u.test(text),
    ...(relative.length > 0 && { relative }),
  };
}

/** The year a document of a single year is of: a report's, an annual plan's; null for a plan of several. */
export const ownYearOf = ({ period }: DocumentInfo): number | null =>
  period !== null && period[0] === period[1] ? period[0] : null;

/**
 * The years asked for, as a document understands them: 去年 of a report of 2026 is 2025, whatever the clock
 * says; of a plan of several years, and without a document, the clock says.
 * @param thisYear by the clock
 */
export function askedYears(
  { years, relative = [] }: YearsSaid,
  thisYear: number,
  document?: DocumentInfo,
): readonly number[] {
  const from = (document && ownYearOf(document)) ?? thisYear;
  return [...new Set([...years, ...relative.map((distance) => from + distance)])];
}

/** Whether something said of `said` can speak of `year`; a text that names no time can. */
export function speaksOf(said: YearsSaid, year: number): boolean {
  if (said.years.length === 0 && said.periods.length === 0) return true;
  return said.years.includes(year) || said.periods.some(([from, to]) => year >= from && year <= to);
}
