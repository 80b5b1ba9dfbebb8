import { childBlocks, childSections, type Draft } from './draft.ts';
import type { Layout } from './layout.ts';
import { leadOf } from './leads.ts';
import type { Paragraph } from './paragraph.ts';

const PROJECT_LIST = /项目|工程|建设|平台|任务/;
/** Between cell bars the paragraphs of a panel are parted by a space only. */
const CELL_PARAGRAPH = /(?<=。)\s+(?=\S)/;

/** Whether a paragraph after a panel's heading is still inside its frame. */
export function belongsToPanel(paragraph: Paragraph, panel: Draft, layout: Layout): boolean {
  if (panel.isCell) return paragraph.isCell;
  if (layout.isWrapped) return true;
  const isFirst = childBlocks(panel).length === 0 && childSections(panel).length === 0;
  return isFirst || (leadOf(paragraph.text) !== null && PROJECT_LIST.test(paragraph.text));
}

/** Offsets at which the paragraphs of a cell begin. */
export function cellParagraphStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(new RegExp(CELL_PARAGRAPH, 'g'))) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}
