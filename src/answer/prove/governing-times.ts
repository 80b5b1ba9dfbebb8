import type { Quantity } from './quantity.ts';

export const isTime = ({ kind }: Quantity): boolean => kind === 'year' || kind === 'period';

/** A year, or a span of years, as one word: `2025`, `2021-2025`. */
export const timeName = ({ values }: Quantity): string => values.join('-');

/**
 * The years a sentence gives a quantity: those said last before it, else the first after it in its clause.
 * @param place in a list of figures: with as many years as figures, each has its own
 */
export function governingTimes(
  sentence: string,
  quantity: Quantity,
  all: readonly Quantity[],
  place: number,
): string[] {
  const times = all.filter((one) => isTime(one) && governs(sentence, one));
  const before = times.filter(
    ({ end }) => end <= quantity.start && !isShut(sentence.slice(end, quantity.start)),
  );
  const group = lastGroup(sentence, before);
  if (group.length > 0) {
    const isShared = /分别|依次/u.test(sentence.slice(group.at(-1)?.end, quantity.start));
    const own = isShared ? group[place] : undefined;
    return (own ? [own] : group).map(timeName);
  }
  const after = times.find(
    ({ start }) => start >= quantity.end && !/[，;。)]/u.test(sentence.slice(quantity.end, start)),
  );
  return after ? [timeName(after)] : [];
}

/** Times that only 、 or 和 keeps apart are said together. */
function lastGroup(sentence: string, times: readonly Quantity[]): Quantity[] {
  const group: Quantity[] = [];
  for (const time of [...times].reverse()) {
    const first = group[0];
    if (first && !/^[、和与及]$/u.test(sentence.slice(time.end, first.start))) break;
    group.unshift(time);
  }
  return group;
}

/** What is said in brackets holds in them only. */
const isShut = (between: string): boolean => between.split(')').length > between.split('(').length;

/** A time compared with (比2020年) is not the one spoken of, and a plan in a name (十四五防洪工程) is none. */
function governs(sentence: string, { kind, start, end }: Quantity): boolean {
  if (/[比较]$/u.test(sentence.slice(0, start))) return false;
  const rest = sentence.slice(end);
  if (/^(?:相比|比较)/u.test(rest)) return false;
  return (
    kind === 'year' ||
    /^(?:以来|期|时|初|中|开局|，|[^\p{Script=Han}])/u.test(rest) ||
    /[在到]$/u.test(sentence.slice(0, start))
  );
}
