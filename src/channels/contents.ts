import { createHash } from 'node:crypto';
import type { Block, PlanDocument, Section, TextBlock } from '../model.ts';
import { gapAfterNumber } from './heading-words.ts';

/** A line of the table of contents. */
export interface Entry {
  /**
   * The anchor's id: `s`, then a hash of the words of each heading from the outermost to its own, with `-` between
   * them. It stays while they do, wherever they move; their numbers are no part of it.
   */
  readonly id: string;
  readonly node: Section | TextBlock;
  readonly children: readonly Entry[];
}

type IdOf = (node: Section | TextBlock) => string;

const wordsOf = (node: Section | TextBlock): string =>
  (node.type === 'text' ? node.lead : node.title || node.number) ?? '';

/** Ids of what stands side by side; equal headings are counted from the second on. */
function idsBelow(parentId: string): IdOf {
  const times = new Map<string, number>();
  return (node) => {
    const words = wordsOf(node).replace(/\s/gu, '');
    const hash = createHash('sha256').update(words).digest('hex').slice(0, 8);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    return `${parentId}-${hash}${time > 1 ? `_${time}` : ''}`;
  };
}

function sectionEntry(node: Section, id: string): Entry {
  // What is numbered inside a panel is no heading of the document.
  const children = node.kind === 'panel' ? [] : sectionEntries(node.children, idsBelow(id));
  return { id, node, children };
}

function sectionEntries(nodes: readonly (Section | Block)[], idOf: IdOf): Entry[] {
  return nodes
    .filter((node) => node.type === 'section')
    .map((section) => sectionEntry(section, idOf(section)));
}

/** Paragraphs that share a lead are listed once. */
function isNewLead(node: Section | Block, previous: Entry | undefined): node is TextBlock {
  if (node.type !== 'text' || node.lead === null) return false;
  return previous?.node.type !== 'text' || previous.node.lead !== node.lead;
}

/** The heading tree; text that lost its headings, outside every section, is listed by its leads. */
export function contentsOf({ children }: PlanDocument): readonly Entry[] {
  const entries: Entry[] = [];
  const idOf = idsBelow('s');
  for (const node of children) {
    if (node.type === 'section') entries.push(sectionEntry(node, idOf(node)));
    else if (isNewLead(node, entries.at(-1))) entries.push({ id: idOf(node), node, children: [] });
  }
  return entries;
}

/** A heading's number and title, or a lead, as printed. */
export function nameOf({ node }: Entry): string {
  if (node.type === 'text') return node.lead ?? '';
  return `${node.number ?? ''}${gapAfterNumber(node)}${node.title}`;
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
