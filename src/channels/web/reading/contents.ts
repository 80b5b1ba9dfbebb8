import type { Block, PlanDocument, Section, TextBlock } from '../../../model.ts';

/** A line of the table of contents. */
export interface Entry {
  /** The anchor's id: the entry's place in the tree, so that it stays while the headings stay. */
  readonly id: string;
  readonly node: Section | TextBlock;
  readonly children: readonly Entry[];
}

function sectionEntry(node: Section, id: string): Entry {
  // What is numbered inside a panel is no heading of the document.
  const children = node.kind === 'panel' ? [] : sectionEntries(node.children, id);
  return { id, node, children };
}

function sectionEntries(nodes: readonly (Section | Block)[], parentId: string): Entry[] {
  return nodes
    .filter((node) => node.type === 'section')
    .map((section, index) => sectionEntry(section, `${parentId}-${index + 1}`));
}

/** Paragraphs that share a lead are listed once. */
function isNewLead(node: Section | Block, previous: Entry | undefined): node is TextBlock {
  if (node.type !== 'text' || node.lead === null) return false;
  return previous?.node.type !== 'text' || previous.node.lead !== node.lead;
}

/** The heading tree; text that lost its headings, outside every section, is listed by its leads. */
export function contentsOf({ children }: PlanDocument): readonly Entry[] {
  const entries: Entry[] = [];
  for (const node of children) {
    const id = `s-${entries.length + 1}`;
    if (node.type === 'section') entries.push(sectionEntry(node, id));
    else if (isNewLead(node, entries.at(-1))) entries.push({ id, node, children: [] });
  }
  return entries;
}

/** The anchor of each heading and lead that is listed. */
export function entryIds(contents: readonly Entry[]): ReadonlyMap<Section | Block, string> {
  const ids = new Map<Section | Block, string>();
  const add = ({ node, id, children }: Entry) => {
    ids.set(node, id);
    children.forEach(add);
  };
  contents.forEach(add);
  return ids;
}
