import type { Aligned } from './alignment.ts';

/** So far apart may stand what a claim says in one word: one more thing of a list, or a word between. */
const BETWEEN = /^[、和与及]?[^，;。、]{0,8}[、和与及]?$/u;
const ALL_OF_LIST = /^(?:[、和与及]?[^，;。、和与及\d]{1,6}){0,4}$/u;

/**
 * Whether a claim makes one name of what stands in two names of a list: 工业废弃物 of 工业固体废物…、农业废弃物. Things of
 * a list that share their end (种植、收获机械化率) are none.
 */
export function isTorn({ source, places }: Aligned): boolean {
  const said = [...places].sort(([a], [b]) => a.start - b.start);
  return said.some(([one, place], at) => {
    const [other, next] = said[at + 1] ?? [];
    if (!other || !next || one.start + one.word.length !== other.start) return false;
    // What is done and what to may stand either way round.
    if (/^v(?!n)/u.test(one.tag) || /^v(?!n)/u.test(other.tag)) return false;
    const [first, second] = place[0] <= next[0] ? [place, next] : [next, place];
    const between = source.scope.text.slice(first[1], Math.max(first[1], second[0]));
    if (between === '') return false;
    if (first === place)
      return !(BETWEEN.test(between) || ALL_OF_LIST.test(between)) || /\d/u.test(between);
    return /[、，;。\d]/u.test(between) || between.length > REACH;
  });
}

const REACH = 16;
