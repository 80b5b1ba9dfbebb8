import { PREFACE_LINE } from '../catalogue/head-patterns.ts';
import type { Block, Section } from '../model.ts';
import { joinAnnexTitles } from './annex-title.ts';
import { frontBlocks } from './front-blocks.ts';
import type { Layout } from './layout.ts';
import { learnOutline } from './outline-traits.ts';
import { cellParagraphStarts } from './panels.ts';
import { type Paragraph, slice } from './paragraph.ts';
import type { Regions } from './regions.ts';
import { markTasks } from './tasks.ts';
import { TreeBuilder } from './tree-builder.ts';
import type { Unit } from './units.ts';

/** The tree of a document out of its head, what its body is made of, and its foot. */
export function assemble(
  regions: Regions,
  body: readonly Unit[],
  layout: Layout,
  title: string,
): readonly (Section | Block)[] {
  const units = joinAnnexTitles(body).flatMap(splitCells);
  const hasHead = regions.front.length > 0;
  const traits = learnOutline(units.flatMap(paragraphOf), layout, hasHead);
  const builder = new TreeBuilder(layout, traits);
  for (const block of frontBlocks(regions.front, title)) builder.addBlock(block);
  for (const unit of units) {
    if (unit.type === 'table') builder.addTable(unit.table);
    else if (unit.type === 'note') builder.addNote(unit.paragraph);
    else if (PREFACE_LINE.test(unit.paragraph.text)) builder.beginPreface(unit.paragraph);
    else builder.addParagraph(unit.paragraph);
  }
  for (const block of frontBlocks(regions.back, title)) builder.addBlock(block);
  return markTasks(builder.finish());
}

function paragraphOf(unit: Unit): readonly Paragraph[] {
  return unit.type === 'paragraph' ? [unit.paragraph] : [];
}

function splitCells(unit: Unit): readonly Unit[] {
  if (unit.type !== 'paragraph' || !unit.paragraph.isCell) return [unit];
  const { paragraph } = unit;
  const starts = cellParagraphStarts(paragraph.text);
  return starts.map((from, index) => ({
    type: 'paragraph',
    paragraph: slice(paragraph, from, starts[index + 1] ?? paragraph.text.length),
  }));
}
