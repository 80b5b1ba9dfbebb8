import type { Nearest } from '../model.ts';
import type { Candidate, Evidence, Proof } from './draft.ts';
import { tellingSentences } from './kinds/sentence-kind.ts';
import { linkTo } from './link-to.ts';
import { speaksOfPlaces } from './propose.ts';
import { titleOf } from './title-of.ts';
import { lengthOf, openingOf, windowOf } from './windows.ts';

const MOST = 5;
const MAX_CHARS = 600;
/** Longer sentences are shown by the part that says most of what was asked. */
const MAX_EACH_CHARS = 150;

/**
 * Quotations that are near what was asked, best first; five and 600 characters together at most.
 * @param likeliest what would have been answered with a little less caution
 */
export function nearestTo(
  evidence: Evidence,
  likeliest: Candidate | undefined,
  publicUrl: string,
): readonly Nearest[] {
  let left = MAX_CHARS;
  const shown: Nearest[] = [];
  for (const { passage, quote } of offered(evidence, likeliest)) {
    if (shown.length === MOST) break;
    const isShown = shown.some((one) => one.quote.includes(quote) || quote.includes(one.quote));
    if (quote === '' || isShown || lengthOf(quote) + 1 > left) continue;
    if (!speaksOfPlaces({ claims: [{ text: quote, proofs: [{ passage, quote }] }] }, evidence))
      continue;
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

/** What the likeliest candidate stands on, then the sentences by their rank. */
function* offered(evidence: Evidence, likeliest: Candidate | undefined): Generator<Proof> {
  for (const { passage, quote } of likeliest?.claims.flatMap(({ proofs }) => proofs) ?? [])
    yield { passage, quote: openingOf(quote, MAX_EACH_CHARS).trim() };
  for (const sentence of tellingSentences(evidence))
    yield {
      passage: sentence.passage,
      quote: windowOf(evidence, sentence, MAX_EACH_CHARS).trim(),
    };
}
