import { readOrdinal } from '../parse/chinese-number.ts';
import { flatten } from './question-text.ts';

/** A numbered place in a document that a question points at: 第四章, 第三节, 专栏3, 任务17. */
export interface Location {
  readonly kind: 'chapter' | 'section' | 'panel' | 'task';
  /** From 1. */
  readonly number: number;
}

const NUMBER = '(\\d+|[一二三四五六七八九十]+)';
const POINTERS: readonly (readonly [Location['kind'], RegExp])[] = [
  ['panel', new RegExp(`专栏${NUMBER}`, 'u')],
  ['chapter', new RegExp(`第${NUMBER}章`, 'u')],
  ['section', new RegExp(`第${NUMBER}节`, 'u')],
  ['task', new RegExp(`(?:任务|第)${NUMBER}(?:项|号|条)?任务|任务${NUMBER}|第${NUMBER}项`, 'u')],
];

/** The places a question points at, outermost first. */
export function locationsIn(text: string): Location[] {
  const flat = flatten(text);
  return POINTERS.flatMap(([kind, pattern]) => {
    const numeral = pattern.exec(flat)?.slice(1).find(Boolean);
    return numeral === undefined ? [] : [{ kind, number: readOrdinal(numeral) }];
  });
}

const HEADING_OF: Readonly<Record<Location['kind'], RegExp>> = {
  chapter: new RegExp(`^第${NUMBER}章`, 'u'),
  section: new RegExp(`^第${NUMBER}节`, 'u'),
  panel: new RegExp(`^专栏${NUMBER}`, 'u'),
  task: /^(\d+)[.．、]/u,
};

/** Whether a heading is the place pointed at. */
export function isAt({ kind, number }: Location, heading: string): boolean {
  const numeral = HEADING_OF[kind].exec(flatten(heading))?.[1];
  return numeral !== undefined && readOrdinal(numeral) === number;
}
