import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Hit } from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { flatPassage } from './flat-passage.ts';
import { coverageOf } from './matching.ts';
import type { Query } from './query.ts';
import { flatten } from './question-text.ts';
import { defaultRetrieveOptions, retrieve } from './retrieve.ts';

/** Passages that say something of what is looked for, best first: what is only like it is left to answers. */
export async function search(
  index: PlanIndex,
  query: Query,
  limit: number,
): Promise<readonly Hit[]> {
  const candidates = Math.max(limit, defaultRetrieveOptions.candidates);
  const hits = await retrieve(index, query, { ...defaultRetrieveOptions, candidates });
  return hits
    .filter(({ passage }) => {
      const { text, headings } = flatPassage(passage);
      return coverageOf(query, text, headings).found.length > 0;
    })
    .slice(0, limit)
    .map(({ passage, score }) => ({ passage, score }));
}

const MIN_WORD = 2;

/** What a passage found may say of a query, flattened, longest first: each wording whole, and its words. */
export function searchTerms({ concepts, quoted }: Query, segmenter: Segmenter): readonly string[] {
  const wordings = [
    ...quoted,
    ...concepts.flatMap(({ forms }) => forms.map(({ text }) => flatten(text))),
  ];
  const words = wordings.flatMap((wording) => segmenter.words(wording));
  return [...new Set([...wordings, ...words])]
    .filter((term) => term.length >= MIN_WORD)
    .sort((a, b) => b.length - a.length);
}
