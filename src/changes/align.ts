import { diffArrays } from 'diff';

/** What both sides have, or only one; runs in the order of the text, what is gone before what came. */
export interface Run<Item> {
  readonly in: 'both' | 'before' | 'after';
  /** Of `both` as they stand after. */
  readonly items: readonly Item[];
}

/** Two texts with more differences have so little in common that looking for it takes seconds. */
const MAX_DIFFERENCES = 3_000;

/** Lines two series up by their keys, with as few differences as can be; what differs throughout is told whole. */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Run<Item>[] {
  const runs = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MAX_DIFFERENCES });
  if (runs === undefined) {
    return [
      { in: 'before', items: before },
      { in: 'after', items: after },
    ];
  }
  let [fromBefore, fromAfter] = [0, 0];
  return runs.map(({ added, removed, value: { length } }): Run<Item> => {
    const [i, j] = [fromBefore, fromAfter];
    if (!added) fromBefore += length;
    if (!removed) fromAfter += length;
    if (removed) return { in: 'before', items: before.slice(i, i + length) };
    return { in: added ? 'after' : 'both', items: after.slice(j, j + length) };
  });
}
