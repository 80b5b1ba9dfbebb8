/**
 * A page as it is drawn. Units are points, x grows to the right and y downwards from the page's corner;
 * pages count from 1.
 */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** Height of the font as shown. */
  readonly size: number;
  readonly isBold: boolean;
}

/** A straight line drawn along the page, thin boxes among them. */
export interface Rule {
  readonly isHorizontal: boolean;
  /** y of a horizontal one, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Characters that were shown, and those of them that no font could name. */
  readonly shown: number;
  readonly unreadable: number;
}

/** The middle of a letter, about half the height of a Chinese character. */
export const middle = ({ y, size }: Pick<Glyph, 'y' | 'size'>): number => y - size * 0.36;

/** Of an ordered or unordered list; 0 of an empty one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The value most have, to within `step`; 0 of an empty list. */
export function commonest(values: readonly number[], step: number): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / step);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return (best?.[0] ?? 0) * step;
}
