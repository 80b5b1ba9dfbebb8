import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Hit, Passage } from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import { flatPassage } from './flat-passage.ts';
import { isInScope } from './in-scope.ts';
import { coverageOf } from './matching.ts';
import { retrieve } from './retrieve.ts';

/**
 * Passages that say something of what is looked for, best first: what is only like it is left to answers. The first
 * are read closely, those after them come in the order of the words they share.
 */
export async function search(
  index: PlanIndex,
  query: Query,
  limit: number,
): Promise<readonly Hit[]> {
  if (query.concepts.length === 0) return searchLiterally(index, query, limit);
  const { hits: read } = await retrieve(index, query);
  const hits = read
    .filter(({ passage }) => saysSome(query, passage))
    .map(({ passage, score }) => ({ passage, score }));
  const others = hits.length < limit ? othersThatSay(index, query, hits, limit) : [];
  return [...hits, ...others].slice(0, limit);
}

function saysSome(query: Query, passage: Passage): boolean {
  const { text, headings } = flatPassage(passage);
  return coverageOf(query, text, headings).found.length > 0;
}

/** Scores go on below those of the hits. */
function othersThatSay(
  index: PlanIndex,
  query: Query,
  hits: readonly Hit[],
  limit: number,
): readonly Hit[] {
  const known = new Set(hits.map(({ passage }) => passage.id));
  const others = index
    .searchLexical({ terms: query.terms, limit })
    .filter(
      ({ passage }) =>
        !known.has(passage.id) && isInScope(passage, query) && saysSome(query, passage),
    );
  const drop = (others[0]?.score ?? 0) - (hits.at(-1)?.score ?? 0);
  return others.map(({ passage, score }) => ({ passage, score: score - drop }));
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
