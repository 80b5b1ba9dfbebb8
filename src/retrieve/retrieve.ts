import type { PlanIndex } from '../indexing/plan-index.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { Query } from '../understand/query.ts';
import type { Found } from './found.ts';
import { fuse } from './fusion.ts';
import { QuestionVectors } from './question-vectors.ts';
import { MOST_RANKED, type RankedSentence } from './ranked-sentence.ts';
import { type RescoredHit, rescore } from './rescore.ts';

export interface RetrieveOptions {
  /** How many each retriever brings. */
  readonly candidates: number;
  readonly lexicalWeight: number;
  readonly vectorWeight: number;
}

export const defaultRetrieveOptions: RetrieveOptions = {
  candidates: 50,
  lexicalWeight: 1,
  vectorWeight: 0.4,
};

/** Lexical and vector side by side, fused on passage id, then read closely. Best first. */
export async function retrieve(
  index: PlanIndex,
  query: Query,
  vectors = new QuestionVectors(index.embedder),
  options = defaultRetrieveOptions,
): Promise<Found> {
  const { documentIds, regionNames, absentRegions } = query.scope;
  const limit = options.candidates;
  const scope = documentIds.length > 0 ? { documentIds } : {};
  const vector = await vectors.of(wordsOf(query));
  const lists = [
    {
      hits: index.searchLexical({ terms: query.terms, limit, ...scope }),
      weight: options.lexicalWeight,
    },
    { hits: index.searchVectors({ vector, limit, ...scope }), weight: options.vectorWeight },
  ];
  const places = [...regionNames, ...absentRegions.map(shortPlace)];
  if (places.length > 0 || documentIds.length > 0) {
    const terms = new Map([...query.terms, ...places.map((place) => [place, 1] as const)]);
    lists.push({ hits: index.searchLexical({ terms, limit }), weight: options.lexicalWeight });
  }
  const documents = new Map(index.documents.map((document) => [document.id, document]));
  const hits = rescore(query, fuse(lists), documents);
  return { hits, sentences: rankedSentences(hits) };
}

const rankedSentences = (hits: readonly RescoredHit[]): RankedSentence[] =>
  hits
    .flatMap(({ sentences }) => sentences)
    .map(({ sentence, score }) => ({ ...sentence, score, features: {} }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RANKED);

/** The question's content and its official wordings as one text to embed. */
const wordsOf = (query: Query): string =>
  [query.content, ...query.concepts.flatMap(({ forms }) => forms.map(({ text }) => text))].join(
    ' ',
  );
