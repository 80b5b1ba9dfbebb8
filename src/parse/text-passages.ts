import type { TextBlock } from '../model.ts';
import { cutText, passageLength, visibleLength } from './cut-text.ts';
import { type PassageDraft, placeOf } from './passage-draft.ts';

/** Passages of paragraphs that follow each other in one section. */
export function textPassages(
  blocks: readonly TextBlock[],
  headingPath: readonly string[],
): readonly PassageDraft[] {
  return joinShort(blocks).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (group.length > 1) return [joined(group, headingPath, 'text')];
    const path = first.lead === null ? headingPath : [...headingPath, first.lead];
    return cutText(first.text).map((span) => ({
      kind: 'text',
      headingPath: path,
      text: first.text.slice(span.from, span.to).trim(),
      ...placeOf(first, trimmed(first.text, span)),
    }));
  });
}

/** Several blocks in one passage, one a line. */
export function joined(
  blocks: readonly TextBlock[],
  headingPath: readonly string[],
  kind: 'text' | 'front',
): PassageDraft {
  return {
    kind,
    headingPath,
    text: blocks.map((block) => block.text).join('\n'),
    lines: [blocks[0]?.lines[0] ?? 0, blocks.at(-1)?.lines[1] ?? 0],
    page: blocks[0]?.page ?? null,
  };
}

/** A short paragraph goes with its neighbour, unless one of them has a lead of its own. */
function joinShort(blocks: readonly TextBlock[]): readonly (readonly TextBlock[])[] {
  const groups: TextBlock[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (group !== undefined && canJoin(group, block)) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function canJoin(group: readonly TextBlock[], block: TextBlock): boolean {
  if (block.lead !== null || group.some(({ lead }) => lead !== null)) return false;
  const sizes = [
    group.reduce((sum, { text }) => sum + visibleLength(text), 0),
    visibleLength(block.text),
  ];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.some((size) => size < passageLength.min) && total <= passageLength.max;
}

function trimmed(text: string, span: { from: number; to: number }) {
  const part = text.slice(span.from, span.to);
  return { from: span.from + (part.length - part.trimStart().length), to: span.to };
}
