/**
 * `amount` a number with what it counts · `year` a year or a span of years · `period` a five-year plan named by its
 * number · `ordinal` a place in an order · `code` a number inside a name (G309, 1+6+N) · `vague` a number left open
 * (数百, 一半) · `blank` a cell that states nothing · `numeral` Chinese numerals that count nothing by themselves (四新, 两高)
 */
export type QuantityKind =
  | 'amount'
  | 'year'
  | 'period'
  | 'ordinal'
  | 'code'
  | 'vague'
  | 'blank'
  | 'numeral';

/** A number a text states, read so that two notations of it are equal. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** Canonical; two of a range or a span. */
  readonly values: readonly string[];
  /** With its scale: 亿元, %, 百分点; empty where none is said. */
  readonly unit: string;
  /** How exact it is, as printed: 不低于, 以上, 约, 余. */
  readonly bounds: readonly string[];
  /** Where it stands in the compact text, its bounds included. */
  readonly start: number;
  readonly end: number;
}

/** What a scale before a unit multiplies by. */
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
const SCALED =
  /^(?!百分点|千[米克瓦]|百姓)(?<scale>万亿|[十百千]亿|[百千]万|[百千万亿])?(?<unit>.*)$/u;
/** Units that are one, and how much of the other one of it is. */
const SAME_UNITS: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  成: ['%', 10],
  名: ['人', 1],
  位: ['人', 1],
  公里: ['米', 1e3],
  千米: ['米', 1e3],
  平方千米: ['平方公里', 1],
  平米: ['平方米', 1],
  平方: ['平方米', 1],
  年: ['个月', 12],
};
/** Words that count things of one kind, any for any. */
const COUNTERS: readonly (readonly string[])[] = [
  ['项', '件', '条', '种', '类', '块', '样', '方面', '个'],
  ['家', '所', '处', '个'],
  ['人', '个'],
];
/** 第二 is 第2位. */
const RANK = /^第[位名]?$/u;
const DIGITS = 12;

/** An amount without its scale: 1.2亿元 is 120000000 元, 八成 is 80 %. */
export interface Amount {
  readonly numbers: readonly number[];
  readonly unit: string;
}

export function amountOf({ values, unit }: Pick<Quantity, 'values' | 'unit'>): Amount {
  const { scale, unit: bare = unit } = SCALED.exec(unit)?.groups ?? {};
  const [name, times] = SAME_UNITS[bare] ?? [bare, 1];
  const factor = (scale === undefined ? 1 : (SCALES[scale] ?? 1)) * times;
  return {
    numbers: values.map((value) => Number((Number(value) * factor).toPrecision(DIGITS))),
    unit: name,
  };
}

/** The same amount of the same unit, however it is scaled. */
export function isSameAmount(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind) return false;
  if (one.values.join() === other.values.join() && one.unit === other.unit) return true;
  if (one.kind === 'ordinal')
    return (
      one.values.join() === other.values.join() && RANK.test(one.unit) && RANK.test(other.unit)
    );
  if (one.kind !== 'amount') return false;
  const [some, others] = [amountOf(one), amountOf(other)];
  return (
    isSameUnit(bare(some.unit), bare(others.unit)) && some.numbers.join() === others.numbers.join()
  );
}

/** 25万元/人 is 每人25万元. */
const bare = (unit: string): string => unit.replace(/\/[人户亩]$/u, '');

const isSameUnit = (one: string, other: string): boolean =>
  one === other || COUNTERS.some((some) => some.includes(one) && some.includes(other));

export const isSameValue = (one: Quantity, other: Quantity): boolean =>
  (one.kind === other.kind && one.values.join() === other.values.join()) ||
  isSameAmount(one, other);

/** Bounds that say the same of a figure, whichever side of it they stand on. */
const SAME_BOUNDS: readonly (readonly string[])[] = [
  ['以内', '之内', '不超过', '不高于', '不多于', '不大于', '不得超过', '最高', '最多', '至多'],
  ['以上', '不低于', '不少于', '不小于', '不得低于', '至少', '最少'],
  ['超过', '突破', '超', '逾', '超出', '余', '多'],
  ['不足', '不到', '不满'],
  ['左右', '上下', '约', '大约'],
  ['近', '接近'],
];
const boundName = (bound: string): string =>
  SAME_BOUNDS.find((some) => some.includes(bound))?.[0] ?? bound;
const boundsOf = ({ bounds }: Quantity): string =>
  [...new Set(bounds.map(boundName))].sort().join();

export const isSameQuantity = (one: Quantity, other: Quantity): boolean =>
  isSameAmount(one, other) && boundsOf(one) === boundsOf(other);

/** Whether a figure says no more than another: what is above a number is also no less than it. */
export const isNoMoreThan = (one: Quantity, other: Quantity): boolean =>
  isSameAmount(one, other) &&
  (boundsOf(one) === boundsOf(other) || (boundsOf(one) === '以上' && boundsOf(other) === '超过'));
