import type { Passage } from '../../../model.ts';
import type { SourcePlace } from './actions.ts';
import { type Piece, strong, words } from './blocks.ts';
import { ELLIPSIS, splitText } from './split-text.ts';

type Ranges = SourcePlace['ranges'];

/** Passages are a few hundred characters; only a text without any full stop makes one longer than this. */
const MAX_CHARS = 12_000;
const BEFORE_CITED_CHARS = 2_000;
const MAX_GROUP_CHARS = 3_000;

/**
 * The passage with what was cited of it in bold, all of it where nothing in particular was; in groups, one for
 * a block. Of a passage too long to show, the part around what was cited.
 */
export function markedPassage(
  { kind, quotable }: Pick<Passage, 'kind' | 'quotable'>,
  cited: Ranges,
): readonly (readonly Piece[])[] {
  // Ranges count in a row's whole text, which has words before the row itself.
  const ranges = kind === 'row' ? [] : cited.filter(([from, to]) => from < to);
  const firstCited = ranges[0]?.[0] ?? 0;
  const isLong = quotable.length > MAX_CHARS;
  const start = isLong ? Math.max(0, firstCited - BEFORE_CITED_CHARS) : 0;
  const end = Math.min(quotable.length, start + MAX_CHARS);
  const groups: (readonly Piece[])[] = start > 0 ? [[words(ELLIPSIS)]] : [];
  let from = start;
  for (const part of splitText(quotable.slice(start, end), MAX_GROUP_CHARS)) {
    groups.push(piecesOf(part, from, ranges));
    from += part.length;
  }
  return end < quotable.length ? [...groups, [words(ELLIPSIS)]] : groups;
}

/** `offset`: where the part begins in the text that the ranges count in. */
function piecesOf(part: string, offset: number, ranges: Ranges): readonly Piece[] {
  if (ranges.length === 0) return [strong(part)];
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    const start = Math.max(at, from - offset);
    const end = Math.min(part.length, to - offset);
    if (start >= end) continue;
    pieces.push(words(part.slice(at, start)), strong(part.slice(start, end)));
    at = end;
  }
  return [...pieces, words(part.slice(at))];
}
