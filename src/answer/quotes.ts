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

/** Signs that are written in several ways, and one of them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟"＂«»『』「」]/u, '"'],
  [/[‘’‚‛'＇]/u, "'"],
  [/[—–―‐‑−-]/u, '-'],
  [/[～〜∼~]/u, '~'],
];

/** One letter as it is compared: width, white space and the way a sign is written make no difference. */
const plainly = (letter: string): string => {
  const plain = letter.normalize('NFKC').trim();
  return SIGNS.find(([written]) => written.test(plain))?.[1] ?? plain;
};

/** The words of a text that a quotation gives, as the text writes them; undefined where it does not hold them. */
export function verbatimIn(text: string, quote: string): string | undefined {
  const letters = Array.from(text);
  let flat = '';
  const starts: number[] = [];
  for (const [at, letter] of letters.entries()) {
    const plain = plainly(letter);
    flat += plain;
    for (let count = 0; count < plain.length; count += 1) starts.push(at);
  }
  const wanted = Array.from(quote, plainly).join('');
  const found = flat.indexOf(wanted);
  if (found < 0) return undefined;
  const [first = 0, last = 0] = [starts[found], starts[found + wanted.length - 1]];
  return wanted === '' ? '' : letters.slice(first, last + 1).join('');
}
