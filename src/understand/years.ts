/** Years a text speaks of; a five-year plan is named by its number (十四五 = 2021–2025). */
export interface YearsSaid {
  readonly years: readonly number[];
  readonly periods: readonly (readonly [from: number, to: number])[];
  /** 现在、目前: the latest state the document reports. */
  readonly now: boolean;
}

const PLAN_NUMBERS = '一二三四五六七八九';
const PLAN_NAME = /十([一二三四五六七八九])五/gu;
const PERIOD_END = /^[”"'’]?(?:规划)?(?:时期)?(?:期)?(?:末|收官|最后一年|底|结束)/u;

/** Last year of the nth five-year plan: 十三五 → 2020. */
export const lastYearOf = (numeral: string): number =>
  2020 + 5 * (PLAN_NUMBERS.indexOf(numeral) - 2);

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
  for (const match of text.matchAll(/(?<!\d)(\d{2})年(?!以|内|间|来)/gu)) {
    const year = 2000 + Number(match[1]);
    if (year >= 2010 && year <= 2050) years.add(year);
  }
  for (const match of text.matchAll(PLAN_NAME)) {
    const last = lastYearOf(match[1] ?? '');
    const rest = text.slice(match.index + match[0].length);
    if (PERIOD_END.test(rest)) years.add(last);
    else periods.push([last - 4, last]);
  }
  return { years: [...years], periods, now: /现在|目前|眼下|当前|如今|现状/u.test(text) };
}

/** Whether something said of `said` can speak of `year`; a text that names no time can. */
export function speaksOf(said: YearsSaid, year: number): boolean {
  if (said.years.length === 0 && said.periods.length === 0) return true;
  return said.years.includes(year) || said.periods.some(([from, to]) => year >= from && year <= to);
}
