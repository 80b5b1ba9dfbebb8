import type { Sentence } from '../../retrieve/sentences.ts';
import { compact } from './compact-text.ts';
import { type Reading, readingsIn } from './readings.ts';

const memo = new WeakMap<Sentence, readonly Reading[]>();

/** Every quantity of a sentence, in its compact text; read once for as long as the passage is in memory. */
export function readingsOf(sentence: Sentence): readonly Reading[] {
  const known = memo.get(sentence) ?? readingsIn(compact(sentence.text));
  memo.set(sentence, known);
  return known;
}
