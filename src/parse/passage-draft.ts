import { createHash } from 'node:crypto';
import type { Lines, Passage, PassageKind, TextBlock } from '../model.ts';
import type { Span } from './cut-text.ts';

/** A passage before it has its place and its id. */
export interface PassageDraft {
  readonly kind: PassageKind;
  readonly headingPath: readonly string[];
  readonly text: string;
  /** Left out where it is the text. */
  readonly quotable?: string;
  readonly lines: Lines;
  readonly page: number | null;
}

/** Numbers the passages; the id depends on nothing but the words and which of equal ones it is. */
export function finishPassages(documentId: string, drafts: readonly PassageDraft[]): Passage[] {
  const seen = new Map<string, number>();
  return drafts.map((draft, ordinal) => {
    const identity = JSON.stringify([documentId, draft.headingPath, draft.text]);
    const repeat = seen.get(identity) ?? 0;
    seen.set(identity, repeat + 1);
    const id = createHash('sha256').update(`${identity}${repeat}`).digest('hex').slice(0, 16);
    const { kind, headingPath, text, quotable = text, lines, page } = draft;
    return { id, documentId, ordinal, kind, headingPath, text, quotable, lines, page };
  });
}

/** The seed lines and the page of a part of a block. */
export function placeOf(block: TextBlock, span: Span): { lines: Lines; page: number | null } {
  const wraps = block.wraps ?? [];
  const first = wraps.findLast((wrap) => wrap.offset <= span.from);
  const last = wraps.findLast((wrap) => wrap.offset < span.to);
  return {
    lines: [first?.line ?? block.lines[0], last?.line ?? block.lines[1]],
    page: first?.page ?? block.page,
  };
}
