import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import { clausesOf } from '../../retrieve/sentences.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import type { Asking } from '../windows.ts';
import type { Option } from './alignment.ts';
import { partClaim } from './claims.ts';
import { hasFigure } from './order-claim.ts';

/** Sentences of a side that are read for a comparison. */
export const MOST_OPTIONS = 8;

/** What sentences say of a side, named by a label where it has one. */
export const optionsFrom = (
  sentences: readonly RankedSentence[],
  asking: Evidence,
  label = '',
): Option[] =>
  sentences.slice(0, MOST_OPTIONS).map((sentence) => {
    const claim = partClaim(asking, sentence);
    return {
      claims: [label === '' ? claim : { ...claim, text: `${label}：${claim.text}` }],
      clause: nearestClause(asking, claim.text),
      score: sentence.score,
    };
  });

function nearestClause({ query, index }: Asking, text: string): string {
  const { nearness } = meaningOf(query, index);
  const clauses = clausesOf(text).map(([start, end]) => text.slice(start, end));
  const [nearest = text] = clauses
    .map((clause) => ({ clause, near: nearness(clause) }))
    .sort((a, b) => b.near - a.near)
    .map(({ clause }) => clause);
  return nearest;
}

/** What says no figure cannot be measured against what does; none where a side gives no figure at all. */
export function withFigures(
  sides: readonly { readonly options: readonly Option[]; readonly asking: Asking }[],
): (readonly Option[])[] {
  const figured = sides.map(({ options, asking }) =>
    options.filter(({ claims, clause }) =>
      claims.some((claim) => hasFigure({ label: '', claim: { ...claim, text: clause }, asking })),
    ),
  );
  return figured.every(({ length }) => length > 0) ? figured : [];
}

/** Two ways may come to the same words. */
export function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const said = candidate.claims.map(({ text }) => text).join('\n');
    if (said !== '' && !seen.has(said)) seen.set(said, candidate);
  }
  return [...seen.values()];
}
