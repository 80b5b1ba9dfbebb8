import type { DocumentInfo, PlanDocument } from '../model.ts';
import { assemble } from './assemble.ts';
import { learnLayout } from './layout.ts';
import { linePieces } from './line-pieces.ts';
import { readableLines } from './noise.ts';
import { numberPages } from './pages.ts';
import { splitRegions } from './regions.ts';
import { splitLines } from './source-line.ts';
import { readUnits } from './units.ts';

/** The document as a tree of headings, paragraphs and tables, each with the seed lines it was read from. */
export function parseDocument(text: string, info: DocumentInfo): PlanDocument {
  const rawLines = splitLines(text);
  const pages = numberPages(rawLines);
  const regions = splitRegions(readableLines(rawLines, pages), info.title);
  const layout = learnLayout(regions.body);
  const units = readUnits(linePieces(regions.body), layout);
  return { info, pages: pages.count, children: assemble(regions, units, layout, info.title) };
}
