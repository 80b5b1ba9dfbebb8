import type { Indicator } from '../../../model.ts';
import { numberOf, readPrinted } from './printed-value.ts';

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** Rows whose target a chart can draw. */
export const rowsWithTarget = (rows: readonly Indicator[]): readonly Indicator[] =>
  rows.filter(({ target }) => numberOf(readPrinted(target)) !== undefined);

/** Why the targets of these rows are no measure of each other; undefined where they are. */
export function whyNotComparable(rows: readonly Indicator[]): string | undefined {
  const units = distinct(rows.map(({ unit }) => flat(unit ?? '')));
  if (units.length > 1) return `单位不同：${units.map((unit) => unit || '没有写单位').join('、')}`;
  const years = distinct(rows.map(({ targetYear }) => targetYear));
  if (years.length > 1) return `目标年不同：${years.join('、')}`;
  return undefined;
}

/** From base to target, worked out here; of rows with other than plain numbers there is none. */
export interface Growth {
  readonly number: number;
  /** 增加9.4个百分点; 增长12.5%. */
  readonly text: string;
}

/** A share grows by points, anything else by per cent of its base. */
export function growthOf({ base, target, unit }: Indicator): Growth | undefined {
  const [from, to] = [base, target].map(readPrinted);
  if (from?.kind !== 'number' || to?.kind !== 'number') return undefined;
  if (/^[%‰]$/u.test(flat(unit ?? ''))) {
    const points = rounded(to.number - from.number);
    return {
      number: points,
      text: points === 0 ? '不变' : `${points > 0 ? '增加' : '减少'}${Math.abs(points)}个百分点`,
    };
  }
  if (from.number <= 0) return undefined;
  const share = rounded((to.number / from.number - 1) * 100);
  return {
    number: share,
    text: share === 0 ? '不变' : `${share > 0 ? '增长' : '下降'}${Math.abs(share)}%`,
  };
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

/** Place of each row by its target, from 1 for the highest; equal ones share a place. Empty where they cannot be compared. */
export function placesOf(rows: readonly Indicator[]): ReadonlyMap<Indicator, number> {
  const ranked = rowsWithTarget(rows);
  if (ranked.length < 2 || whyNotComparable(ranked) !== undefined) return new Map();
  const targetOf = ({ target }: Indicator): number => numberOf(readPrinted(target)) ?? 0;
  return new Map(
    ranked.map((row) => [
      row,
      1 + ranked.filter((other) => targetOf(other) > targetOf(row)).length,
    ]),
  );
}
