import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import type { Candidate, DraftClaim, Evidence } from '../draft.ts';
import { clausesNearest } from '../meaning.ts';
import { alignments, type Option } from './alignment.ts';
import { partClaim } from './claims.ts';

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
      claims: [named(label, claim)],
      clause: clausesNearest(claim.text, asking)[0] ?? claim.text,
      score: sentence.score,
    };
  });

/** A claim led by what it is of, where that has a label. */
export const named = (label: string, claim: DraftClaim): DraftClaim =>
  label === '' ? claim : { ...claim, text: `${label}：${claim.text}` };

/** Sets of the likeliest that say the same thing. */
export const MOST_ALIKE = 2;

/** What says no figure cannot be measured against what does; none where a side gives no figure at all. */
export const figuresAlike = (sides: readonly (readonly Option[])[]): (readonly Option[])[][] =>
  sides.every(({ length }) => length > 0) ? alignments(sides).slice(0, MOST_ALIKE) : [];

/** Two ways may come to the same words. */
export function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const said = candidate.claims.map(({ text }) => text).join('\n');
    if (said !== '' && !seen.has(said)) seen.set(said, candidate);
  }
  return [...seen.values()];
}
