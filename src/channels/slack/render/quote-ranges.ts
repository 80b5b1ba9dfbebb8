import type { Citation } from '../../../model.ts';
import type { SourcePlace } from './actions.ts';
import { ELLIPSIS } from './split-text.ts';

type Range = SourcePlace['ranges'][number];

/** A button's value has little room; a quote of more parts than this is shown as the whole passage. */
const MAX_RANGES = 40;

/**
 * Where in its passage a quote stands, part by part, white space aside; none where it is not to be found there
 * as a whole, as of a table row, whose passage also repeats the table's headings.
 */
export function quoteRanges({ quote, passage }: Pick<Citation, 'quote' | 'passage'>): Range[] {
  // By UTF-16 unit, as everything here: hence no u.
  const offsets = [...passage.matchAll(/\S/g)].map(({ index }) => index);
  const letters = passage.replace(/\s+/gu, '');
  const ranges: Range[] = [];
  let from = 0;
  for (const part of quote.split(ELLIPSIS)) {
    const sought = part.replace(/\s+/gu, '');
    if (sought === '') continue;
    const at = letters.indexOf(sought, from);
    if (at < 0) return [];
    from = at + sought.length;
    ranges.push([offsets[at] ?? 0, (offsets[from - 1] ?? 0) + 1]);
  }
  return ranges.length <= MAX_RANGES ? ranges : [];
}

/** The place a citation is of. */
export const placeOfCitation = (citation: Citation): SourcePlace => ({
  documentId: citation.documentId,
  passageId: citation.passageId,
  line: citation.lines[0],
  ranges: quoteRanges(citation),
});
