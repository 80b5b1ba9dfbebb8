import type { Passage } from '../model.ts';
import type { FormerPassage } from './former-passages.ts';

export interface Successor {
  readonly passage: Passage;
  /** Word for word what it was; only its place or its neighbours have changed. */
  readonly isSame: boolean;
}

/** Below this share of common pairs of characters two texts say different things. */
const ALIKE = 0.3;
/** What standing under the same headings is worth, in the same measure. */
const SAME_PLACE = 0.15;

/** What of a text is compared. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function pairsOf(letters: string): Set<string> {
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}

/** Twice what two sets share, by what both have: 1 for equal ones. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function commonHeadings(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((heading, at) => heading !== b[at]);
  return differing === -1 ? a.length : differing;
}

/**
 * Where in today's text of the document a former passage goes on: the same words, else the most alike, else the
 * first passage under the innermost heading that is still there. Undefined where not even a heading is left.
 */
export function successorOf(
  former: FormerPassage,
  passages: readonly Passage[],
): Successor | undefined {
  const letters = lettersOf(former.text);
  const place = former.headingPath.join('\n');
  const pairs = pairsOf(letters);
  let best: Passage | undefined;
  let bestScore = 0;
  for (const passage of passages) {
    const candidate = lettersOf(passage.quotable);
    const isPlace = passage.headingPath.join('\n') === place;
    const score =
      (candidate === letters ? 2 : likeness(pairs, pairsOf(candidate))) +
      (isPlace ? SAME_PLACE : 0);
    if (score > bestScore) {
      best = passage;
      bestScore = score;
    }
  }
  if (best !== undefined && bestScore >= ALIKE) return { passage: best, isSame: bestScore >= 2 };
  const near = passages.reduce<{ passage: Passage; depth: number } | undefined>(
    (found, passage) => {
      const depth = commonHeadings(former.headingPath, passage.headingPath);
      return depth > (found?.depth ?? 0) ? { passage, depth } : found;
    },
    undefined,
  );
  return near && { passage: near.passage, isSame: false };
}
