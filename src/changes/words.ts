import { align } from './align.ts';

/** A stretch of text that both editions have, or only one. */
export interface Piece {
  readonly in: 'both' | 'before' | 'after';
  readonly text: string;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** A figure is one word, with its point, its commas and its sign. */
const FIGURE = /\d+(?:[.,]\d+)*[%‰％]?/gu;

/** Two texts as one, word by word; letters of one text alone stand together. */
export function wordChanges(before: string, after: string): readonly Piece[] {
  return align(wordsOf(before), wordsOf(after), (word) => word).map((run) => ({
    in: run.in,
    text: run.items.join(''),
  }));
}

/** Whether a figure is other in one text than in the other, or more often there. */
export function hasOtherFigures(before: string | null, after: string | null): boolean {
  const [a, b] = [before, after].map((text) => [...(text ?? '').matchAll(FIGURE)].join(' '));
  return a !== b;
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let end = 0;
  for (const figure of text.matchAll(FIGURE)) {
    words.push(...cut(text.slice(end, figure.index)), figure[0]);
    end = figure.index + figure[0].length;
  }
  return [...words, ...cut(text.slice(end))];
}

const cut = (text: string): string[] => Array.from(WORDS.segment(text), ({ segment }) => segment);
