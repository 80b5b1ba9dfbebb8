import type { DocumentInfo, Passage } from '../../model.ts';
import { sentencesOf } from '../../retrieve/sentences.ts';
import type { DraftClaim } from '../draft.ts';
import { partClaim } from '../kinds/claims.ts';
import { isPlanted } from '../planted-instruction.ts';
import { faultOf } from '../prove/checks.ts';
import { squeeze } from '../quotes.ts';
import type { Asking } from '../windows.ts';
import type { ProposedCitation } from './proposed-claim.ts';
import type { WordingFault } from './prove-claim.ts';

/**
 * Faults of the wording alone: what such a claim quotes still says what was asked. One of another place or time, or
 * whose quotation stands nowhere, was not about it.
 */
const OF_WORDS: ReadonlySet<WordingFault['kind']> = new Set([
  'says-nothing',
  'word-not-cited',
  'said-of-another',
  'mark-left-out',
  'quote-too-short',
  'figure-not-cited',
  'unit-differs',
  'qualifier-differs',
  'manner-differs',
  'turned-round',
  'strange-sign',
]);

/** The sentences a refused claim quotes from, as the documents say them. */
export function ownWords(
  citations: readonly ProposedCitation[],
  { kind }: WordingFault,
  passages: readonly Passage[],
  asking: Asking,
  documents: ReadonlyMap<string, DocumentInfo>,
): readonly DraftClaim[] {
  if (!OF_WORDS.has(kind)) return [];
  return citations.flatMap(({ n, quote }) => {
    const passage = passages[n - 1];
    if (!passage || isPlanted(passage) || squeeze(quote) === '') return [];
    const claims =
      passage.kind === 'row'
        ? [rowClaim(passage)]
        : sentencesOf(passage, documents.get(passage.documentId))
            .filter(({ text }) => meets(text, quote))
            .map(({ text }) => partClaim(asking, { passage, text }));
    return claims.filter((claim) => faultOf(claim, documents) === undefined);
  });
}

/** Whether a sentence holds a quotation or, of a long one, a part of it. */
function meets(sentence: string, quote: string): boolean {
  const [said, wanted] = [squeeze(sentence), squeeze(quote)];
  return said.includes(wanted) || wanted.includes(said);
}

/** The number of a row is no figure of it. */
const ROW_NUMBER = /(?<=^|：)[（(]?\d{1,2}[）).、．](?!\d)\s*/u;

/** A row with the names of its columns. */
const rowClaim = (passage: Passage): DraftClaim => ({
  text: `${passage.text.slice(passage.text.lastIndexOf('｜') + 1).replace(ROW_NUMBER, '')}。`,
  proofs: [{ passage, quote: passage.quotable }],
});
