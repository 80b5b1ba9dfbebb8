import type { DocumentInfo, PlanDocument, SourceDocument } from '../model.ts';
import { assemble } from './assemble.ts';
import { blockLines } from './block-lines.ts';
import { readBlockUnits } from './block-units.ts';
import type { Layout } from './layout.ts';
import { linePieces } from './line-pieces.ts';
import { splitRegions } from './regions.ts';

/** Where a format knows its paragraphs no line is wrapped. */
const UNWRAPPED: Layout = {
  isWrapped: false,
  width: Number.POSITIVE_INFINITY,
  hasDecimals: false,
};

/**
 * The document as a tree, of a file whose format knows paragraphs from tables. `lines` are those of its reading
 * text, pages those of the file.
 */
export function parseBlocks(source: SourceDocument, info: DocumentInfo): PlanDocument {
  const regions = splitRegions(blockLines(source), info.title);
  const units = readBlockUnits(linePieces(regions.body));
  return { info, pages: source.pages, children: assemble(regions, units, UNWRAPPED, info.title) };
}
