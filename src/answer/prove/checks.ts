import type { DocumentInfo } from '../../model.ts';
import type { DraftClaim } from '../draft.ts';
import { isVerbatim } from '../quotes.ts';
import { type Finding, unproven } from './claim-guard.ts';

/** Why a claim must not be shown. */
export interface Fault {
  readonly kind: 'no-proof' | 'quote-not-verbatim' | Finding['kind'];
  /** The words at fault. */
  readonly what: string;
}

type Documents = ReadonlyMap<string, DocumentInfo>;

/** What claims that are kept for longer than one check were found to be, and beside which documents. */
const memo = new WeakMap<DraftClaim, { documents: Documents; fault: Fault | undefined }>();

/** Undefined when a claim may be shown. The same for every way an answer is worded. */
export function faultOf(claim: DraftClaim, documents: Documents): Fault | undefined {
  const known = memo.get(claim);
  if (known?.documents === documents) return known.fault;
  const fault = check(claim, documents);
  memo.set(claim, { documents, fault });
  return fault;
}

function check(claim: DraftClaim, documents: Documents): Fault | undefined {
  if (claim.proofs.length === 0) return { kind: 'no-proof', what: claim.text };
  const loose = claim.proofs.find(({ passage, quote }) => !isVerbatim(quote, passage));
  return loose ? { kind: 'quote-not-verbatim', what: loose.quote } : unproven(claim, documents);
}
