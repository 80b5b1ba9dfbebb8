import type { JudgeFeature } from './considered.ts';

/** How a candidate stands in the choice among all that were proposed; in the order of `standings`. */
export const STANDING: readonly Pick<JudgeFeature, 'name' | 'says'>[] = [
  { name: 'choice:score', says: 'its score in the choice' },
  { name: 'choice:share', says: 'its share of the choice, 0–1; those of all make 1' },
  { name: 'choice:ahead', says: 'how far its score is ahead of the next, or behind the first' },
  { name: 'choice:place', says: 'how many were rather chosen' },
  { name: 'choice:doubt', says: 'how undecided the choice is: the entropy of all shares' },
  { name: 'choice:most', says: 'the best score of all' },
];

/** How far ahead it is taken to be where there is nothing else to choose. */
const AHEAD_OF_NOTHING = 2;

/** For each score of a choice what STANDING names. */
export function standings(scores: readonly number[]): number[][] {
  const [most = 0, second = most - AHEAD_OF_NOTHING] = scores.toSorted((a, b) => b - a);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  const shares = odds.map((odd) => odd / all);
  const doubt = shares.reduce((sum, share) => sum - share * Math.log(share + 1e-9), 0);
  return scores.map((score, at) => [
    score,
    shares[at] ?? 0,
    score === most ? score - second : score - most,
    scores.filter((other) => other > score).length,
    doubt,
    most,
  ]);
}
