import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Hit } from '../model.ts';
import type { Query } from '../understand/query.ts';
import { type Asked, askedOf } from './asked.ts';
import {
  defaultFindOptions,
  type FoundPassage,
  findPassages,
  readPassage,
} from './find-passages.ts';
import type { Found } from './found.ts';
import { better } from './late/late-share.ts';
import { QuestionVectors } from './question-vectors.ts';
import { PASSAGES_READ, rankPassage, rankSentences } from './rank-sentences.ts';
import type { RankedSentence } from './ranked-sentence.ts';
import { loadRanking, type Ranking } from './ranking.ts';

/** Finds passages by words, their meaning and whole paragraphs, then ranks their sentences by what was learnt. */
export async function retrieve(
  index: PlanIndex,
  query: Query,
  vectors = new QuestionVectors(index.embedder),
  options = defaultFindOptions,
  ranking = loadRanking(),
): Promise<Found> {
  const asked = askedOf(query, index);
  const passages = await findPassages(index, asked, vectors, options);
  const sentences = rankSentences(asked, passages, ranking);
  return {
    hits: reordered(passages, sentences),
    sentences,
    sentencesIn: sentencesIn(index, asked, passages, ranking),
    reached: passages.reduce<Float32Array>(
      (most, { found }) => better(most, found),
      new Float32Array(asked.words.length),
    ),
  };
}

/** Reads a passage when first asked for, and once. */
function sentencesIn(
  index: PlanIndex,
  asked: Asked,
  passages: readonly FoundPassage[],
  ranking: Ranking,
): Found['sentencesIn'] {
  const places = new Map(passages.map(({ passage }, place) => [passage.id, place]));
  const read = new Map<string, readonly RankedSentence[]>();
  return (passage) => {
    const known = read.get(passage.id);
    if (known) return known;
    const place = places.get(passage.id) ?? passages.length;
    const document = index.documents.find(({ id }) => id === passage.documentId);
    const found = passages[place] ?? readPassage(passage, document, 0, asked, index);
    const sentences = rankPassage(asked, found, place, ranking);
    read.set(passage.id, sentences);
    return sentences;
  };
}

/** What a deviation of the passage itself counts next to the score of its best sentence. */
const PASSAGE_SHARE = 1;

/** The passages read closely by their best sentence as well, then the others as they were. */
export function reordered(
  passages: readonly Hit[],
  sentences: readonly RankedSentence[],
  passageShare = PASSAGE_SHARE,
): Hit[] {
  const best = new Map<string, number>();
  for (const { passage, score } of sentences) {
    if (!best.has(passage.id)) best.set(passage.id, score);
  }
  const least = Math.min(0, ...best.values());
  const read = passages
    .slice(0, PASSAGES_READ)
    .map(({ passage, score }) => ({
      passage,
      score: passageShare * score + (best.get(passage.id) ?? least),
    }))
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
  const lowest = read.at(-1)?.score ?? 0;
  const top = passages[PASSAGES_READ]?.score ?? 0;
  const others = passages
    .slice(PASSAGES_READ)
    .map(({ passage, score }) => ({ passage, score: lowest - 1 - (top - score) }));
  return [...read, ...others];
}
