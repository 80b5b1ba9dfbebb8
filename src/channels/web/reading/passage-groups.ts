import type { Block, Section, TextBlock } from '../../../model.ts';
import type { Anchors } from './anchors.ts';

/** Short paragraphs that make up one passage together. */
export interface PassageGroup {
  readonly type: 'group';
  readonly passageId: string;
  readonly blocks: readonly TextBlock[];
}

type Node = Section | Block;

function onlyPassageOf(node: Node, anchors: Anchors): string | undefined {
  if (node.type !== 'text') return undefined;
  const [first, ...others] = anchors.get(node) ?? [];
  return others.length === 0 ? first?.passageId : undefined;
}

/** The nodes in their order, those of one passage together, so that a link to it can show them all. */
export function groupByPassage(
  nodes: readonly Node[],
  anchors: Anchors,
): readonly (Node | PassageGroup)[] {
  const grouped: (Node | PassageGroup)[] = [];
  for (const node of nodes) {
    const passageId = onlyPassageOf(node, anchors);
    const last = grouped.at(-1);
    if (node.type !== 'text' || passageId === undefined || last === undefined) {
      grouped.push(node);
    } else if (last.type === 'group' && last.passageId === passageId) {
      grouped[grouped.length - 1] = { ...last, blocks: [...last.blocks, node] };
    } else if (last.type === 'text' && onlyPassageOf(last, anchors) === passageId) {
      grouped[grouped.length - 1] = { type: 'group', passageId, blocks: [last, node] };
    } else {
      grouped.push(node);
    }
  }
  return grouped;
}
