import type { Passage } from '../../model.ts';
import type { Query } from '../../understand/query.ts';
import { type DraftClaim, type Evidence, placeOf } from '../draft.ts';
import { asSentence, MAX_FACT_CHARS, MAX_WHOLE_CHARS, type Stretch, windowOf } from '../windows.ts';

/** A quotation as a claim of itself. */
export const quoteClaim = (passage: Passage, quote: string): DraftClaim => ({
  text: asSentence(quote),
  proofs: [{ passage, quote: quote.trim() }],
});

/** The part of a sentence that answers. */
export const partClaim = (query: Query, stretch: Stretch): DraftClaim =>
  quoteClaim(stretch.passage, windowOf(query, stretch, charsFor(query)));

/** Whether one fact is wanted rather than something whole. */
export const wantsFact = ({ unit, wants }: Query): boolean =>
  unit !== undefined ||
  !(wants.has('list') || wants.has('define') || wants.has('overview') || wants.has('structure'));

const charsFor = (query: Query): number => (wantsFact(query) ? MAX_FACT_CHARS : MAX_WHOLE_CHARS);

/** Whether the question leaves open which document is meant, so that each claim must say whose it is. */
export const isOpen = ({ query, documents }: Evidence): boolean =>
  query.scope.documentIds.length !== 1 && documents.size > 1;

/** The claim, led by the place or document it is of where the question leaves that open. */
export function placed(claim: DraftClaim, evidence: Evidence): DraftClaim {
  const place = placeOf(evidence.documents.get(claim.proofs[0]?.passage.documentId ?? ''));
  return isOpen(evidence) && place !== '' && !claim.text.startsWith(place)
    ? { ...claim, text: `${place}：${claim.text}` }
    : claim;
}
