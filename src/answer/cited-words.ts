import { ELLIPSIS } from './quotes.ts';

const NOT_LETTERS = /[^\p{L}\p{N}]/gu;
const lettersOf = (text: string): string => text.replace(NOT_LETTERS, '');

/**
 * Which letters and figures of the text the quote is made of, one stretch for each part (0-21,40-63: UTF-16 units,
 * end excluded); undefined where it is all of them. Counted so, the same words are found again on a page that sets
 * them with other spaces, marks and line breaks.
 */
export function citedWords(quotable: string, quote: string): string | undefined {
  const text = lettersOf(quotable);
  const stretches: string[] = [];
  let from = 0;
  for (const part of quote.split(ELLIPSIS).map(lettersOf).filter(Boolean)) {
    const start = text.indexOf(part, from);
    if (start === -1) return undefined;
    from = start + part.length;
    stretches.push(`${start}-${from}`);
  }
  const words = stretches.join();
  return words === '' || words === `0-${text.length}` ? undefined : words;
}
