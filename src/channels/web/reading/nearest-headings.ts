import type { Entry } from '../../contents.ts';

/** Headings such as 保障措施 stand in many places. */
const MAX_MOVED = 4;

const all = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...all(entry.children)]);

const ownHash = (id: string): string | undefined => id.split('-').at(-1);

/**
 * What an id may have meant that no heading has any more: headings of the same words at other places, then the
 * innermost heading above it that is still there.
 */
export function nearestHeadings(id: string, contents: readonly Entry[]): readonly Entry[] {
  const entries = all(contents);
  const moved = entries.filter((entry) => ownHash(entry.id) === ownHash(id));
  const above = entries.findLast((entry) => id.startsWith(`${entry.id}-`));
  return [...moved.slice(0, MAX_MOVED), ...(above ? [above] : [])];
}
