import type { DocumentKind } from '../model.ts';
import { yearOf } from './read-dates.ts';

/** The first that fits a title, its remark left out. */
const KINDS: readonly (readonly [title: RegExp, kind: DocumentKind])[] = [
  [/工作报告$/u, 'work-report'],
  [/计划.*(?:执行|完成)情况.*报告$/u, 'annual-plan'],
  [/制定.*(?:规划|计划|纲要).*建议$/u, 'proposal'],
  [/(?:条例|办法|规定|细则|规则)$/u, 'regulation'],
  [
    /五年(?:[（(].+[）)])?(?:规划|计划)|[“"]?(?:十[一二三四五六七八九]?|[六七八九])五[”"]?.*(?:规划|计划|纲要)/u,
    'five-year-plan',
  ],
  [/任务|要点|清单/u, 'task-list'],
  [/(?:19|20)\d\d年.*计划/u, 'annual-plan'],
];

export function readKind(title: string): DocumentKind {
  const bare = title.replace(/[（(][^（）()]*[）)]$/u, '');
  return KINDS.find(([form]) => form.test(bare))?.[1] ?? 'other';
}

const SPAN = /((?:19|20)\d\d)\s*年?\s*[—–\-~～－至到]+\s*((?:19|20)\d\d)\s*年?/u;
/** 第十四个五年, “十四五”, “九五”, from the sixth (1981–1985) on. */
const FIVE_YEARS =
  /第(?<ordinal>十?[一二三四五六七八九十])个五年|(?<![一二三四五六七八九十])(?<short>十[一二三四五六七八九]|[六七八九十])五(?![年个十百大])/u;
const NUMERALS = '一二三四五六七八九十';
/** The nth five-year plan begins five times n years after it. */
const YEAR_BEFORE_ALL = 1951;

/**
 * First and last year a document plans for: the years of its title, else of a report the year it was given in (it
 * tells the year before and plans this one).
 */
export function readPeriod(
  title: string,
  kind: DocumentKind,
  givenOn: string | null,
): readonly [from: number, to: number] | null {
  const flat = title.replace(/([一二][〇○零一二三四五六七八九]{3})(?=年)/gu, (year) =>
    yearOf(year),
  );
  const span = SPAN.exec(flat);
  if (span !== null) return [Number(span[1]), Number(span[2])];
  const five = FIVE_YEARS.exec(flat)?.groups;
  const numeral = five?.ordinal ?? five?.short;
  if (numeral !== undefined) {
    const from = YEAR_BEFORE_ALL + 5 * ordinalOf(numeral);
    return [from, from + 4];
  }
  const years = [...flat.matchAll(/((?:19|20)\d\d)年/gu)].map(([, year]) => Number(year));
  if (kind === 'annual-plan' && years.length > 1) {
    const planned = Math.max(...years);
    return [planned, planned];
  }
  if (years[0] !== undefined) return [years[0], years[0]];
  if (kind !== 'work-report' || givenOn === null) return null;
  const given = Number(givenOn.slice(0, 4));
  return [given, given];
}

/** 十四 → 14. */
const ordinalOf = (numeral: string): number =>
  numeral.length === 2
    ? 10 + NUMERALS.indexOf(numeral.charAt(1)) + 1
    : NUMERALS.indexOf(numeral) + 1;
