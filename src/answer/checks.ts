import type { DocumentInfo } from '../model.ts';
import type { DraftClaim } from './draft.ts';
import { unprovenFigures } from './figures.ts';
import { isVerbatim } from './quotes.ts';

export type Fault = 'no-proof' | 'quote-not-verbatim' | 'figure-not-cited';

/**
 * Why a claim must not be shown; undefined when it may. The same for every way an answer is worded.
 * A figure may stand in the cited passage, its headings, or the title and data of its document.
 */
export function faultOf(
  claim: DraftClaim,
  documents: ReadonlyMap<string, DocumentInfo>,
): Fault | undefined {
  if (claim.proofs.length === 0) return 'no-proof';
  if (!claim.proofs.every(({ passage, quote }) => isVerbatim(quote, passage)))
    return 'quote-not-verbatim';
  const cited = claim.proofs
    .map(({ passage, quote }) => {
      const title = documents.get(passage.documentId)?.title ?? '';
      return [quote, passage.text, passage.quotable, ...passage.headingPath, title].join('\n');
    })
    .join('\n');
  const computed = (claim.computed ?? []).map(({ value }) => value);
  return unprovenFigures(claim.text, cited, computed).length > 0 ? 'figure-not-cited' : undefined;
}
