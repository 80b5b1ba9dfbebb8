import type { Indicator } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';

/** One indicator as the tables of several documents have it. */
export interface IndicatorGroup {
  /** As most of its rows print it. */
  readonly name: string;
  /** Group row it stands under in the first table, e.g. 经济发展. */
  readonly category: string | null;
  /** In the order of the tables handed in; a document that prints it twice has two. */
  readonly rows: readonly Indicator[];
  /** Rows of other documents that are called nearly the same and yet are another thing, or in another unit. */
  readonly near: readonly Indicator[];
}

/** Two official wordings of one thing; the right one stands for both. Applied in this order to flattened names. */
const SAME_WORDING: readonly (readonly [RegExp, string])[] = [
  [/(?:国内|地区)?生产总值/gu, 'gdp'],
  [/研发\(r&d\)|r&d/gu, '研发'],
  [/全社会(?=研发)/gu, ''],
  [/常住人口(?=城镇化率)/gu, ''],
  [/^每?([百千万])(?:人人口|人口|人)(?:拥有)?/gu, '每$1人'],
  [/能源消耗/gu, '能耗'],
  [/排放量/gu, '排放'],
  [/降低/gu, '下降'],
  [/比率|比例/gu, '比重'],
  [/医生/gu, '医师'],
  [/iii类/gu, '三类'],
  [/(?:增长速度|增长率|增长)$/gu, '增速'],
];

const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [/标准煤/gu, '标煤'],
  [/^[个件项家处座]$/gu, '个'],
  [/^[人名位]$/gu, '人'],
];

const reword = (text: string, wordings: typeof SAME_WORDING): string =>
  wordings.reduce((rest, [said, meant]) => rest.replace(said, meant), flatten(text));

const nameKey = (name: string): string => reword(name, SAME_WORDING);
const keyOf = ({ name, unit }: Indicator): string =>
  `${nameKey(name)} ${reword(unit ?? '', SAME_UNIT)}`;

/** Rows of the same indicator together, ordered as the tables number them. */
export function groupIndicators(indicators: readonly Indicator[]): IndicatorGroup[] {
  const groups = [...groupBy(indicators, keyOf).values()].map((rows) => ({
    name: commonName(rows),
    category: rows[0]?.group ?? null,
    rows,
    number: Math.min(...rows.map(({ number }) => number)),
  }));
  groups.sort((a, b) => a.number - b.number);
  return groups.map(({ name, category, rows }) => ({
    name,
    category,
    rows,
    near: groups.flatMap((other) => (isNear(rows, other.rows) ? other.rows : [])),
  }));
}

function groupBy(
  rows: readonly Indicator[],
  keyFor: (row: Indicator) => string,
): Map<string, Indicator[]> {
  const grouped = new Map<string, Indicator[]>();
  for (const row of rows) {
    const key = keyFor(row);
    grouped.set(key, [...(grouped.get(key) ?? []), row]);
  }
  return grouped;
}

/** Of equally many, the one printed first. */
function commonName(rows: readonly Indicator[]): string {
  const names = [...groupBy(rows, ({ name }) => name)];
  const [first] = names.sort(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? '';
}

/** How much of the longer of two names the shorter must be. */
const NEAR_FROM = 0.6;

/** One name is the other with a few characters more, and no document has both: it would tell them apart. */
function isNear(rows: readonly Indicator[], others: readonly Indicator[]): boolean {
  const documentIds = new Set(rows.map(({ documentId }) => documentId));
  if (others.some(({ documentId }) => documentIds.has(documentId))) return false;
  const [short = '', long = ''] = [rows, others]
    .map(([first]) => nameKey(first?.name ?? ''))
    .sort((a, b) => a.length - b.length);
  return short.length >= NEAR_FROM * long.length && isWithin(short, long);
}

/** Whether all characters of the short name stand in the long one in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

/** The groups of an indicator by any of its names; several where it is printed in several units. */
export function groupsNamed(groups: readonly IndicatorGroup[], name: string): IndicatorGroup[] {
  const wanted = nameKey(name);
  return groups.filter(({ rows }) => rows.some((row) => nameKey(row.name) === wanted));
}
