import type { Passage } from '../model.ts';

/** Between the parts of a quote that leaves words out. */
export const ELLIPSIS = '……';

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Whether each part of a quote stands in what may be quoted of its passage, white space aside. */
export function isVerbatim(quote: string, passage: Passage): boolean {
  const source = squeeze(passage.quotable);
  const parts = quote.split(ELLIPSIS).map(squeeze).filter(Boolean);
  let from = 0;
  return (
    parts.length > 0 &&
    parts.every((part) => {
      const at = source.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    })
  );
}
