import type { Asked } from './asked.ts';
import type { FoundPassage } from './find-passages.ts';
import { MOST_RANKED, type RankedSentence } from './ranked-sentence.ts';
import { loadRanking, type Ranking, scoreOf } from './ranking.ts';
import { readClosely, type SentenceCandidate } from './read-closely.ts';
import { SENTENCE_FEATURES } from './sentence-features.ts';

/** Passages whose sentences are read closely. */
export const PASSAGES_READ = 20;

/** In the order of the features. */
export const measure = (asked: Asked, candidate: SentenceCandidate): Float64Array =>
  Float64Array.from(SENTENCE_FEATURES, ({ value }) => value(asked, candidate));

/** The sentences of the best passages, best first. */
export const rankSentences = (
  asked: Asked,
  passages: readonly FoundPassage[],
  ranking: Ranking = loadRanking(),
): RankedSentence[] =>
  readClosely(asked, passages.slice(0, PASSAGES_READ))
    .map((candidate) => ranked(asked, candidate, ranking))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RANKED);

/** The sentences of one passage, in the order of the text. */
export const rankPassage = (
  asked: Asked,
  passage: FoundPassage,
  place: number,
  ranking: Ranking,
): RankedSentence[] =>
  readClosely(asked, [passage], place).map((candidate) => ranked(asked, candidate, ranking));

function ranked(asked: Asked, candidate: SentenceCandidate, ranking: Ranking): RankedSentence {
  const values = measure(asked, candidate);
  const features = Object.fromEntries(
    SENTENCE_FEATURES.map(({ name }, at) => [name, values[at] ?? 0]),
  );
  return { ...candidate.sentence, score: scoreOf(values, ranking), features };
}
