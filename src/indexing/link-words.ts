import type { WordVectors } from '../embed/words/word-vectors.ts';
import type { ProgressReporter } from './build-progress.ts';
import { VectorIndexBuilder, type VectorIndexOptions } from './vector-index.ts';

/** Among so few dimensions and words few links find as much as many, in a fraction of the time. */
export const LINKS: VectorIndexOptions = { m: 12, efConstruction: 60, ef: 100, seed: 1 };

const GROUP_SIZE = 2_000;

/** Pairs of characters that are no word stand among the terms as well; longer terms are words. */
const isWord = (term: string, words: WordVectors): boolean =>
  words.has(term) || (Array.from(term).length > 2 && /^\p{Script=Han}+$/u.test(term));

/** Links the words of the texts by what they mean; their labels are the numbers of the terms. */
export async function linkWords(
  terms: readonly string[],
  words: WordVectors,
  progress: ProgressReporter,
): Promise<VectorIndexBuilder> {
  const linked = terms.flatMap((term, number) => (isWord(term, words) ? [{ term, number }] : []));
  const graph = new VectorIndexBuilder(words.dimensions, linked.length, LINKS);
  await progress.inGroups(linked, GROUP_SIZE, 'words', (group) => {
    for (const { term, number } of group) {
      const vector = words.vectorOf(term);
      if (vector) graph.add(number, vector);
    }
  });
  return graph;
}
