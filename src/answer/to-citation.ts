import type { Citation } from '../model.ts';
import { citedWords } from './cited-words.ts';
import type { Evidence, Proof } from './draft.ts';
import { linkTo } from './link-to.ts';
import { titleOf } from './title-of.ts';

/** Quoted words with all that a reader needs to find them. */
export function toCitation(
  n: number,
  { passage, quote }: Proof,
  evidence: Pick<Evidence, 'documents'>,
  publicUrl: string,
): Citation {
  const words = citedWords(passage.quotable, quote);
  return {
    n,
    documentId: passage.documentId,
    documentTitle: titleOf(passage.documentId, evidence),
    headingPath: passage.headingPath,
    page: passage.page,
    lines: passage.lines,
    quote,
    ...(words !== undefined && { words }),
    passageId: passage.id,
    passage: passage.text,
    url: linkTo(passage, publicUrl),
  };
}
