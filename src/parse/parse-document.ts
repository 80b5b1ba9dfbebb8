import { PREFACE_LINE } from '../catalogue/head-patterns.ts';
import type { DocumentInfo, PlanDocument } from '../model.ts';
import { frontBlocks } from './front-blocks.ts';
import { learnLayout } from './layout.ts';
import { readableLines } from './noise.ts';
import { numberPages } from './pages.ts';
import { cellParagraphStarts } from './panels.ts';
import { type Paragraph, slice } from './paragraph.ts';
import { splitRegions } from './regions.ts';
import { splitLines } from './source-line.ts';
import { markTasks } from './tasks.ts';
import { TreeBuilder } from './tree-builder.ts';
import { readUnits } from './units.ts';

/** The document as a tree of headings, paragraphs and tables, each with the seed lines it was read from. */
export function parseDocument(text: string, info: DocumentInfo): PlanDocument {
  const rawLines = splitLines(text);
  const pages = numberPages(rawLines);
  const regions = splitRegions(readableLines(rawLines, pages), info.title);
  const layout = learnLayout(regions.body);
  const builder = new TreeBuilder(layout);

  for (const block of frontBlocks(regions.front, info.title)) builder.addBlock(block);
  for (const unit of readUnits(regions.body, layout)) {
    if (unit.type === 'table') builder.addTable(unit.table);
    else if (PREFACE_LINE.test(unit.paragraph.text)) builder.beginPreface(unit.paragraph);
    else for (const paragraph of splitCell(unit.paragraph)) builder.addParagraph(paragraph);
  }
  for (const block of frontBlocks(regions.back, info.title)) builder.addBlock(block);

  return { info, pages: pages.count, children: markTasks(builder.finish()) };
}

function splitCell(paragraph: Paragraph): readonly Paragraph[] {
  if (!paragraph.isCell) return [paragraph];
  const starts = cellParagraphStarts(paragraph.text);
  return starts.map((from, index) =>
    slice(paragraph, from, starts[index + 1] ?? paragraph.text.length),
  );
}
