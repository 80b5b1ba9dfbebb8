import type { PlanIndex } from '../indexing/plan-index.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo, Hit, Passage } from '../model.ts';
import type { Query } from '../understand/query.ts';
import type { Asked } from './asked.ts';
import { isInScope } from './in-scope.ts';
import { better, lateShare, nearest } from './late/late-share.ts';
import { type PassageWords, passageWords, type SentenceWords } from './late/passage-words.ts';
import { nearTerms } from './near-terms.ts';
import type { QuestionVectors } from './question-vectors.ts';
import { liesBeside, namedHeadings } from './sibling-headings.ts';

export interface FindOptions {
  /** How many the words of the question bring, words near in meaning, and the paragraphs' vectors. */
  readonly lexical: number;
  readonly near: number;
  readonly vector: number;
  /** Of what speaks of a region named, in other documents. */
  readonly elsewhere: number;
}

export const defaultFindOptions: FindOptions = {
  lexical: 50,
  near: 40,
  vector: 30,
  elsewhere: 20,
};

/** What words found counts next to what they mean, in deviations among the candidates. */
const LEXICAL_SHARE = 0.3;
const LATE_SHARE = 0.7;
/** A sentence may leave to its headings what it is about. */
const HEADING_SHARE = 0.7;
/** In the same deviations, what no likeness of words tells. */
const PREFERRED = 0.1;
const ELSEWHERE = -0.6;
const FOCUS = 0.4;
const BESIDE = -0.6;
const OUTLINE = -0.3;

/** A passage with what was found in it of each asked word (see late-share.ts). */
export interface FoundPassage extends Hit {
  readonly document: DocumentInfo | undefined;
  readonly words: PassageWords;
  readonly found: Float32Array;
  readonly foundInHeadings: Float32Array;
  readonly sentences: readonly (SentenceWords & { readonly found: Float32Array })[];
  /** BM25; 0 where words did not find it. */
  readonly lexicalScore: number;
}

/** Passages that may answer, best first: in the documents the question names, or about its regions. */
export async function findPassages(
  index: PlanIndex,
  asked: Asked,
  vectors: QuestionVectors,
  options = defaultFindOptions,
): Promise<readonly FoundPassage[]> {
  const { query } = asked;
  const documents = new Map(index.documents.map((document) => [document.id, document]));
  const candidates = await gatherCandidates(index, asked, vectors, options);
  const passages = candidates
    .filter(({ passage }) => isInScope(passage, query))
    .map(({ passage, score }) =>
      readPassage(passage, documents.get(passage.documentId), score, asked, index),
    );
  const late = standardised(
    sumOf(
      standardised(passages.map(({ found }) => lateShare(asked.words, found))),
      standardised(passages.map((passage) => bestSentence(passage, asked))),
    ),
  );
  const lexical = standardised(passages.map(({ lexicalScore }) => lexicalScore));
  const extra = extras(query, passages);
  return passages
    .map((passage, at) => ({
      ...passage,
      score:
        LATE_SHARE * (late[at] ?? 0) + LEXICAL_SHARE * (lexical[at] ?? 0) + extra(passage.passage),
    }))
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}

/** Each once, with its BM25 score by the question's own words. */
async function gatherCandidates(
  index: PlanIndex,
  { query, words }: Asked,
  vectors: QuestionVectors,
  options: FindOptions,
): Promise<readonly Hit[]> {
  const { documentIds, regionNames, absentRegions } = query.scope;
  const scope = documentIds.length > 0 ? { documentIds } : {};
  const found = new Map<string, Hit>();
  const add = (hits: readonly Hit[], isByWords: boolean): void => {
    for (const { passage, score } of hits) {
      if (!found.has(passage.id)) found.set(passage.id, { passage, score: isByWords ? score : 0 });
    }
  };
  const { terms } = query;
  add(index.searchLexical({ terms, limit: options.lexical, ...scope }), true);
  const places = [...regionNames, ...absentRegions.map(shortPlace)];
  if (places.length > 0 || documentIds.length > 0) {
    const widened = new Map([...terms, ...places.map((name) => [name, 1] as const)]);
    add(index.searchLexical({ terms: widened, limit: options.elsewhere }), true);
  }
  const near = nearTerms(words, index);
  add(index.searchLexical({ terms: near, limit: options.near, ...scope }), false);
  const vector = await vectors.of(query.content);
  add(index.searchVectors({ vector, limit: options.vector, ...scope }), false);
  return [...found.values()];
}

/** @param lexicalScore BM25; 0 where words did not find it */
export function readPassage(
  passage: Passage,
  document: DocumentInfo | undefined,
  lexicalScore: number,
  asked: Asked,
  index: PlanIndex,
): FoundPassage {
  const words = passageWords(passage, document, index);
  const foundInHeadings = nearest(asked.words, words.headings);
  const sentences = words.sentences.map((sentence) => ({
    ...sentence,
    found: nearest(asked.words, sentence.words),
  }));
  const found = sentences.reduce((best, one) => better(best, one.found), foundInHeadings);
  return { passage, document, words, found, foundInHeadings, sentences, lexicalScore, score: 0 };
}

const bestSentence = ({ sentences, foundInHeadings }: FoundPassage, { words }: Asked): number =>
  Math.max(
    0,
    ...sentences.map(({ found }) =>
      lateShare(words, better(found, foundInHeadings, HEADING_SHARE)),
    ),
  );

function extras(query: Query, passages: readonly FoundPassage[]): (passage: Passage) => number {
  const { documentIds, preferredIds } = query.scope;
  const named = namedHeadings(query, passages);
  return (passage) =>
    (preferredIds.includes(passage.documentId) ? PREFERRED : 0) +
    (documentIds.length > 0 && !documentIds.includes(passage.documentId) ? ELSEWHERE : 0) +
    (query.focus.includes(passage.id) ? FOCUS : 0) +
    (liesBeside(passage, named) ? BESIDE : 0) +
    (passage.kind === 'outline' ? OUTLINE : 0);
}

const sumOf = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, at) => value + (b[at] ?? 0));

/** In deviations from the mean; zeros where all are alike. */
function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance);
  return values.map((value) => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}
