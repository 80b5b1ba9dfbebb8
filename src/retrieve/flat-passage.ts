import type { Passage } from '../model.ts';
import { flatten } from '../understand/question-text.ts';

/** A passage as it is compared. */
export interface FlatPassage {
  readonly text: string;
  readonly headings: string;
}

const memo = new WeakMap<Passage, FlatPassage>();

/** Flattened once for as long as the passage is in memory. */
export function flatPassage(passage: Passage): FlatPassage {
  const known = memo.get(passage) ?? {
    text: flatten(passage.text),
    headings: flatten(passage.headingPath.join(' ')),
  };
  memo.set(passage, known);
  return known;
}
