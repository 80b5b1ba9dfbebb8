import type { Section } from '../model.ts';

/** Numbers that are words stand apart from the title. */
const SPACED_KINDS: ReadonlySet<Section['kind']> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'panel',
  'annex',
]);

/** What stands between a heading's number and its title: 第一章 发展基础, 9. 持续壮大, but 一、发展成就. */
export function gapAfterNumber({ kind, number }: Pick<Section, 'kind' | 'number'>): string {
  if (number === null) return '';
  return SPACED_KINDS.has(kind) || /[.\d]$/u.test(number) ? ' ' : '';
}

/** 《…》, unless the title brings its own. */
export function titleInMarks(title: string): string {
  return title.startsWith('《') ? title : `《${title}》`;
}
