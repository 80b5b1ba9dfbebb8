import type { Passage } from '../model.ts';

/** Between the parts of a quote that leaves words out. */
export const ELLIPSIS = '……';

export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/**
 * Where the parts of a quote stand in what may be quoted of its passage, as [start, end) without white space;
 * undefined where a part does not stand there, or not in this order.
 */
export function placesOf(quote: string, { quotable }: Passage): [number, number][] | undefined {
  const source = squeeze(quotable);
  const places: [number, number][] = [];
  for (const part of quote.split(ELLIPSIS).map(squeeze).filter(Boolean)) {
    const at = source.indexOf(part, places.at(-1)?.[1] ?? 0);
    if (at < 0) return undefined;
    places.push([at, at + part.length]);
  }
  return places.length > 0 ? places : undefined;
}

/** Whether each part of a quote stands in what may be quoted of its passage, white space aside. */
export const isVerbatim = (quote: string, passage: Passage): boolean =>
  placesOf(quote, passage) !== undefined;
