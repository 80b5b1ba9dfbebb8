import { PREFACE_LINE } from '../catalogue/head-patterns.ts';
import type { TextBlock } from '../model.ts';
import { passageLength, visibleLength } from './cut-text.ts';
import type { PassageDraft } from './passage-draft.ts';
import { joined } from './text-passages.ts';

/**
 * Title, number, issuer, notice and date; where that is too much for one passage, the notice stays whole. What
 * stands apart begins another: a passage can be quoted from end to end.
 */
export function frontPassages(blocks: readonly TextBlock[]): readonly PassageDraft[] {
  const lines = blocks.filter((block) => !PREFACE_LINE.test(block.text));
  const isLong = lines.reduce((sum, { text }) => sum + visibleLength(text), 0) > passageLength.max;
  const notice = lines.findIndex((block) => /^关于/.test(block.text));
  // The notice begins with its issuer, on the line above 关于印发.
  const border = isLong ? Math.max(0, notice - 1) : 0;
  return [lines.slice(0, border), lines.slice(border)]
    .flatMap(packLines)
    .map((group) => joined(group, [], 'front'));
}

function packLines(blocks: readonly TextBlock[]): readonly (readonly TextBlock[])[] {
  const groups: TextBlock[][] = [];
  let size = 0;
  for (const block of blocks) {
    const length = visibleLength(block.text);
    const group = groups.at(-1);
    if (group !== undefined && !block.isApart && size + length <= passageLength.max) {
      group.push(block);
      size += length;
    } else {
      groups.push([block]);
      size = length;
    }
  }
  return groups;
}
