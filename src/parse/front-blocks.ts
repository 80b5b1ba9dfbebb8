import { COPIES_LINE, squeeze } from '../catalogue/head-patterns.ts';
import type { TextBlock } from '../model.ts';
import { joinLines } from './paragraph.ts';
import type { SourceLine } from './source-line.ts';
import { textBlock } from './text-block.ts';

const MAX_LINES = 8;
const NOTICE_TITLE = /^关于/;
const NOTICE_TITLE_END = /(?:通知|决定|批复|意见|公告|函)$/;

/** Head or foot of a document, one block a statement: a title, the addressees, the notice, a date. */
export function frontBlocks(lines: readonly SourceLine[], title: string): readonly TextBlock[] {
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (
      group !== undefined &&
      !line.isApart &&
      group.length < MAX_LINES &&
      goesOn(group, line, title)
    )
      group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => {
    const paragraph = joinLines(group);
    if (!/[^\s|:-]/.test(paragraph.text)) return [];
    const block = textBlock(paragraph, 'front');
    return group[0]?.isApart ? [{ ...block, isApart: true as const }] : [block];
  });
}

function goesOn(group: readonly SourceLine[], line: SourceLine, title: string): boolean {
  const text = squeeze(group.map((line) => line.text).join(''));
  if (/\|$/.test(text)) return false;
  if (NOTICE_TITLE.test(text)) return !NOTICE_TITLE_END.test(text);
  if (/^各/.test(text)) return !/[:：]$/.test(text);
  if (/^《/.test(text)) return !/。$/.test(text);
  if (COPIES_LINE.test(text)) return !/。$/.test(text);
  const whole = squeeze(title);
  return text.length >= 4 && whole.startsWith(`${text}${squeeze(line.text)}`);
}
