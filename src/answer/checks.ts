import type { DocumentInfo } from '../model.ts';
import type { DraftClaim } from './draft.ts';
import { type Finding, unproven } from './guard/claim-guard.ts';
import { isVerbatim } from './quotes.ts';

/** Why a claim must not be shown. */
export type Fault = 'no-proof' | 'quote-not-verbatim' | Finding['fault'];

/** Undefined when a claim may be shown. The same for every way an answer is worded. */
export function faultOf(
  claim: DraftClaim,
  documents: ReadonlyMap<string, DocumentInfo>,
): Fault | undefined {
  if (claim.proofs.length === 0) return 'no-proof';
  if (!claim.proofs.every(({ passage, quote }) => isVerbatim(quote, passage)))
    return 'quote-not-verbatim';
  return unproven(claim, documents)?.fault;
}
