import type { ClaimClause } from './claim-clauses.ts';
import type { Quantity } from './quantity.ts';
import type { SourceClause } from './source-clauses.ts';
import type { Place } from './words-in-order.ts';

const ONLY_JOINS = /^[、和与及以]*$/u;

/**
 * Whether the things a claim counts are those its figures count: of 3家市级平台、1家省级平台 the words behind a figure
 * must not stand behind the next one.
 * @param places of the claim's words in the clause · `figures` those of the clause that are the claim's, in its order
 */
export function countsTheSame(
  { said, figures: claimed }: ClaimClause,
  { text, quantities }: Pick<SourceClause, 'text' | 'quantities'>,
  places: readonly (Place | undefined)[],
  figures: readonly (Quantity | undefined)[],
): boolean {
  return claimed.every((figure, at) => {
    const own = figures[at];
    if (!own) return true;
    const until = claimed[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const behind = said.flatMap(({ start }, index) => {
      const place = places[index];
      return place && start >= figure.end && start < until ? [place] : [];
    });
    const next = quantities.find(
      (one) =>
        one.start >= own.end &&
        one.kind === own.kind &&
        !ONLY_JOINS.test(text.slice(own.end, one.start)),
    );
    return !next || behind.every(([start]) => start < next.start);
  });
}
