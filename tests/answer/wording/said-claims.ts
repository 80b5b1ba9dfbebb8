import type { DraftClaim } from '../../../src/answer/draft.ts';
import type { Said, WordingData } from './fake-chat.ts';

const whole = (text: string): string => text.replace(/\s+/gu, '');

/** The stretch of a passage from the first to the last part of a quote: a model may leave nothing out. */
export function inOnePiece(quote: string, passage: string): string {
  const text = whole(passage);
  const parts = quote.split('……').map(whole).filter(Boolean);
  const from = Math.max(0, text.indexOf(parts[0] ?? ''));
  const to = parts.reduce((at, part) => text.indexOf(part, at) + part.length, from);
  return text.slice(from, to);
}

/** A claim as a model would say it, by the numbers of the evidence it was given; undefined where that holds not all of it. */
export function said({ text, proofs }: DraftClaim, { evidence }: WordingData): Said | undefined {
  const citations = proofs.flatMap(({ passage, quote }) => {
    const found = evidence.find((one) => whole(one.text).includes(whole(passage.text)));
    return found ? [{ n: found.n, quote: inOnePiece(quote, passage.quotable) }] : [];
  });
  return citations.length === proofs.length ? { text, citations } : undefined;
}

/** The same words with a citation that does not hold: none, another passage, a quote of one's own making. */
export function citationLies(
  { text, citations }: Said,
  { evidence }: WordingData,
  random: () => number,
): Said[] {
  const [first, ...others] = citations;
  if (!first) return [];
  const { n, quote } = first;
  const strangers = evidence
    .filter((one) => one.n !== n && !whole(one.text).includes(whole(quote)))
    .slice(0, 2)
    .map((one) => one.n);
  const at = Math.floor(random() * quote.length);
  const figure = /\d/u.exec(quote);
  const next = figure ? (Number(figure[0]) + 1) % 10 : '等';
  const quotes = [
    `${quote.slice(0, at)}的${quote.slice(at)}`,
    `${quote}等`,
    figure ? quote.replace(/\d/u, String(next)) : `等${quote}`,
  ];
  return [
    { text, citations: [] },
    ...[0, evidence.length + 1, ...strangers].map((wrong) => ({
      text,
      citations: [{ n: wrong, quote }, ...others],
    })),
    ...quotes.map((altered) => ({ text, citations: [{ n, quote: altered }, ...others] })),
  ];
}
