import type { DraftClaim } from '../draft.ts';
import type { ProposedClaim } from './proposed-claim.ts';
import type { WordingFault } from './prove-claim.ts';

export interface FailedClaim {
  readonly claim: ProposedClaim;
  readonly fault: WordingFault;
}

/** So much of its pairs of letters a mended claim shares with the one that failed. */
const ALIKE = 0.4;

/**
 * The failed claims that claims proven since put right: each mends the one it is most like, and one only. A claim
 * that is like none of them is new and mends nothing.
 */
export function mendedBy(
  proven: readonly Pick<DraftClaim, 'text'>[],
  failed: readonly FailedClaim[],
): ReadonlySet<FailedClaim> {
  const mended = new Set<FailedClaim>();
  for (const { text } of proven) {
    const [nearest] = failed
      .map((one) => ({ one, likeness: likeness(text, one.claim.text) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (nearest && nearest.likeness >= ALIKE) mended.add(nearest.one);
  }
  return mended;
}

const pairsOf = (text: string): Set<string> => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from(letters, (_letter, at) => letters.slice(at, at + 2)).slice(0, -1));
};

function likeness(one: string, other: string): number {
  const [some, others] = [pairsOf(one), pairsOf(other)];
  const shared = [...some].filter((pair) => others.has(pair)).length;
  return (2 * shared) / Math.max(1, some.size + others.size);
}
