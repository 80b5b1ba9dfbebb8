import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { Passage } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';

/** A stretch of a document under one heading or lead; the root is the whole document. */
export interface Node {
  readonly documentId: string;
  /** Headings above it; its own is the last. */
  readonly path: readonly string[];
  /** The list of its own heading and those right under it, where the document has one. */
  readonly outline: Passage | undefined;
  /** All that is said under it, in order. */
  readonly passages: readonly Passage[];
  readonly children: readonly Node[];
}

interface OpenNode extends Node {
  outline: Passage | undefined;
  readonly passages: Passage[];
  readonly children: OpenNode[];
}

const open = (documentId: string, path: readonly string[]): OpenNode => ({
  documentId,
  path,
  outline: undefined,
  passages: [],
  children: [],
});

const memo = new WeakMap<PlanIndex, Map<string, Node>>();

/** The tree of a document's headings and leads; each document is read once. */
export function treeOf(index: PlanIndex, documentId: string): Node {
  const known = memo.get(index) ?? new Map<string, Node>();
  memo.set(index, known);
  const tree = known.get(documentId) ?? grow(documentId, index.passagesOf(documentId));
  known.set(documentId, tree);
  return tree;
}

function grow(documentId: string, passages: readonly Passage[]): Node {
  const root = open(documentId, []);
  for (const passage of passages) {
    if (passage.kind === 'front') continue;
    const way = wayTo(root, passage.headingPath);
    const last = way.at(-1);
    if (passage.kind === 'outline' && last) last.outline = passage;
    else for (const node of way) node.passages.push(passage);
  }
  return root;
}

/** The nodes from the root down to the path; what is missing is opened. */
function wayTo(root: OpenNode, path: readonly string[]): OpenNode[] {
  const way = [root];
  for (const [depth, heading] of path.entries()) {
    const above = way.at(-1) ?? root;
    const key = flatten(heading);
    const known = above.children.findLast((child) => flatten(child.path.at(-1) ?? '') === key);
    const node = known ?? open(root.documentId, path.slice(0, depth + 1));
    if (!known) above.children.push(node);
    way.push(node);
  }
  return way;
}

/** A node and all below it, in the order of the text. */
export const within = (node: Node): Node[] => [node, ...node.children.flatMap(within)];

/** The same, and the stretches of what stands right under a divided heading, before its parts or after them: they have no title. */
export const stretchesIn = (root: Node): Node[] =>
  within(root).flatMap((node) => [node, ...(node.children.length > 0 ? ownStretches(node) : [])]);

function ownStretches({ documentId, path, passages, children }: Node): Node[] {
  const below = new Set(children.flatMap((child) => child.passages));
  const runs: Passage[][] = [[]];
  for (const passage of passages) {
    if (below.has(passage)) runs.push([]);
    else if (passage.kind === 'text') runs.at(-1)?.push(passage);
  }
  return runs
    .filter(({ length }) => length > 0)
    .map((run) => ({
      documentId,
      path: [...path, ''],
      outline: undefined,
      passages: run,
      children: [],
    }));
}

export const titleOf = ({ path }: Node): string => path.at(-1) ?? '';
