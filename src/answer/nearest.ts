import type { Nearest } from '../model.ts';
import type { Evidence } from './draft.ts';
import { tellingSentences } from './kinds/sentence-kind.ts';
import { linkTo } from './link-to.ts';
import { titleOf } from './title-of.ts';
import { lengthOf, windowOf } from './windows.ts';

const MOST = 5;
const MAX_CHARS = 600;
/** Longer sentences are shown by the part that says most of what was asked. */
const MAX_EACH_CHARS = 150;

/** Quotations that are near what was asked, best first; five and 600 characters together at most. */
export function nearestTo(evidence: Evidence, publicUrl: string): readonly Nearest[] {
  let left = MAX_CHARS;
  const shown: Nearest[] = [];
  for (const sentence of tellingSentences(evidence)) {
    if (shown.length === MOST) break;
    const { passage } = sentence;
    const quote = windowOf(evidence, sentence, MAX_EACH_CHARS).trim();
    const isShown = shown.some((one) => one.quote === quote);
    if (isShown || lengthOf(quote) + 1 > left) continue;
    left -= quote.length + 1;
    shown.push({
      documentId: passage.documentId,
      documentTitle: titleOf(passage.documentId, evidence),
      headingPath: passage.headingPath,
      quote,
      passageId: passage.id,
      url: linkTo(passage, publicUrl),
    });
  }
  return shown;
}
