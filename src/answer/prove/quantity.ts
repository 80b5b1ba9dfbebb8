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

export const isSameValue = (one: Quantity, other: Quantity): boolean =>
  one.kind === other.kind && one.values.join() === other.values.join();

/** Bounds that say the same of a figure, whichever side of it they stand on. */
const SAME_BOUNDS: readonly (readonly string[])[] = [
  ['以内', '之内', '不超过', '不高于', '不多于', '不大于', '不得超过'],
  ['以上', '不低于', '不少于', '不小于', '不得低于'],
  ['左右', '上下', '约', '大约'],
];
const boundName = (bound: string): string =>
  SAME_BOUNDS.find((some) => some.includes(bound))?.[0] ?? bound;
const boundsOf = ({ bounds }: Quantity): string => bounds.map(boundName).sort().join();

export const isSameQuantity = (one: Quantity, other: Quantity): boolean =>
  isSameValue(one, other) && one.unit === other.unit && boundsOf(one) === boundsOf(other);
