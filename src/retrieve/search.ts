import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Hit } from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
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
  if (query.concepts.length === 0) return searchLiterally(index, query, limit);
  const candidates = Math.max(limit, defaultRetrieveOptions.candidates);
  const hits = await retrieve(index, query, undefined, { ...defaultRetrieveOptions, candidates });
  return hits
    .filter(({ passage }) => {
      const { text, headings } = flatPassage(passage);
      return coverageOf(query, text, headings).found.length > 0;
    })
    .slice(0, limit)
    .map(({ passage, score }) => ({ passage, score }));
}

/** A query of nothing but a place or a number (张店, 第三章) is looked for as it is written. */
function searchLiterally(index: PlanIndex, { text, scope }: Query, limit: number): readonly Hit[] {
  const wanted = flatten(text);
  const terms = new Map(termsOf(text, index.segmenter).map((term) => [term, 1]));
  const { documentIds } = scope;
  const within = documentIds.length > 0 ? { documentIds } : {};
  return index.searchLexical({ terms, limit, ...within }).filter(({ passage }) => {
    const flat = flatPassage(passage);
    return wanted !== '' && (flat.text.includes(wanted) || flat.headings.includes(wanted));
  });
}

/** One thing that a query looks for, as a passage found may say it; flattened. */
export interface SearchTerm {
  /** Its own wording and those that mean the same. */
  readonly wordings: readonly string[];
  /** What its own wording is made of, for passages that hold none of the wordings. */
  readonly words: readonly string[];
}

/** What to mark in the passages that a query finds. */
export function searchTerms(query: Query, segmenter: Segmenter): readonly SearchTerm[] {
  const things = query.concepts.map(({ said, forms }) => ({
    said,
    wordings: forms.map(({ text }) => flatten(text)),
  }));
  const literal = { said: flatten(query.text), wordings: [flatten(query.text)] };
  return (things.length > 0 ? things : [literal]).map(({ said, wordings }) => ({
    wordings: wordings.filter(Boolean),
    words: segmenter.words(said).filter((word) => word.length > 1),
  }));
}
