import type { Block, Section, TextBlock } from '../model.ts';
import { readResponsibleBracket } from './responsibility-bracket.ts';

const MIN_TASKS = 3;
const TASK_SHARE = 0.6;

type Node = Section | Block;

/** Where most numbered points end in the bracket of their departments, all points are tasks. */
export function markTasks(children: readonly Node[]): readonly Node[] {
  const points = sectionsOf(children).filter(isBarePoint);
  const assigned = points.filter((point) => responsibleTexts(point).length > 0);
  const areTasks = assigned.length >= MIN_TASKS && assigned.length >= points.length * TASK_SHARE;
  return areTasks ? children.map(asTask) : children;
}

/** The section's own texts that name who is responsible. */
export function responsibleTexts(section: Section): readonly TextBlock[] {
  return section.children.filter(
    (child): child is TextBlock =>
      child.type === 'text' && readResponsibleBracket(child.text) !== null,
  );
}

export function sectionsOf(children: readonly Node[]): readonly Section[] {
  return children.flatMap((child) =>
    child.type === 'section' ? [child, ...sectionsOf(child.children)] : [],
  );
}

function asTask(node: Node): Node {
  if (node.type !== 'section') return node;
  const children = node.children.map(asTask);
  return isBarePoint(node) ? { ...node, kind: 'task', children } : { ...node, children };
}

function isBarePoint(section: Section): boolean {
  return section.kind === 'point' && /^\d/.test(section.number ?? '');
}
