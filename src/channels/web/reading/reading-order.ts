import type { Block, PlanDocument, Section, TableRow, TextBlock } from '../../../model.ts';

/** What stands on the page by itself: a heading (its section), a run of text, a row of a table. */
export type Item = Section | TextBlock | TableRow;

export function isSection(item: Item): item is Section {
  return 'type' in item && item.type === 'section';
}

export function isTextBlock(item: Item): item is TextBlock {
  return 'type' in item && item.type === 'text';
}

function* itemsOfNode(node: Section | Block): Generator<Item, void, undefined> {
  if (node.type === 'table') {
    yield* node.rows;
    yield* node.notes;
    return;
  }
  yield node;
  if (node.type === 'section') yield* itemsOf(node);
}

/** Everything a document holds, in the order one reads it. */
export function* itemsOf({
  children,
}: Pick<PlanDocument | Section, 'children'>): Generator<Item, void, undefined> {
  for (const child of children) yield* itemsOfNode(child);
}

/** As it is read out: the heading's number and title, the text, the row. */
export function textOf(item: Item): string {
  return isSection(item) ? item.number + item.title : item.text;
}

/** Lines of the item itself; of a section only its heading. */
export function linesOf(item: Item) {
  return isSection(item) ? item.headingLines : item.lines;
}

/** A page of the printed document begins at this offset of an item's text. */
export interface PageStart {
  readonly page: number;
  readonly offset: number;
}

function startsWithin(item: Item): readonly { offset: number; page: number | null }[] {
  const wraps = isTextBlock(item) ? (item.wraps ?? []) : [];
  return [{ offset: 0, page: item.page }, ...wraps];
}

/** Where pages begin, by item; a page that begins in the middle of a paragraph too. */
export function pageStarts(document: PlanDocument): ReadonlyMap<Item, readonly PageStart[]> {
  const starts = new Map<Item, readonly PageStart[]>();
  let current: number | null = null;
  for (const item of itemsOf(document)) {
    const found: PageStart[] = [];
    for (const { offset, page } of startsWithin(item)) {
      if (page === null || page === current) continue;
      current = page;
      found.push({ page, offset });
    }
    if (found.length > 0) starts.set(item, found);
  }
  return starts;
}
