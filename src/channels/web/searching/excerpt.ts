import type { SearchTerm } from '../../../app.ts';
import { rangesOf } from './mark-terms.ts';

const SENTENCE = /[^。！？!?\n]*[。！？!?\n]?/gu;
const LEFT_OUT = '……';

/** Sentences of a passage that say most of what was looked for, word for word; what is left out is shown as …… */
export function excerptOf(text: string, terms: readonly SearchTerm[], maxChars: number): string {
  if (text.length <= maxChars) return text;
  const sentences = text.match(SENTENCE)?.filter(Boolean) ?? [];
  const worths = sentences.map((sentence) => rangesOf(sentence, terms).length);
  const from = Math.max(0, worths.indexOf(Math.max(...worths)));
  let to = from + 1;
  const lengthTo = (end: number): number => sentences.slice(from, end).join('').length;
  while (to < sentences.length && lengthTo(to + 1) <= maxChars) to += 1;
  const kept = around(sentences.slice(from, to).join(''), terms, maxChars).trim();
  const before = from > 0 ? LEFT_OUT : '';
  return `${before}${kept}${to < sentences.length && !kept.endsWith(LEFT_OUT) ? LEFT_OUT : ''}`;
}

/** A single sentence longer than there is room for is cut round its first mark. */
function around(text: string, terms: readonly SearchTerm[], maxChars: number): string {
  if (text.length <= maxChars) return text;
  const first = rangesOf(text, terms)[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - Math.floor(maxChars / 4), text.length - maxChars));
  const end = start + maxChars;
  return `${start > 0 ? LEFT_OUT : ''}${text.slice(start, end)}${end < text.length ? LEFT_OUT : ''}`;
}
