import { diffArrays } from 'diff';

/** What both sides have, or only one; runs in the order of the text, what is gone before what came. */
export interface Run<Item> {
  readonly in: 'both' | 'before' | 'after';
  /** Of `both` as they stand after. */
  readonly items: readonly Item[];
}

/** Lines two series up by their keys, with as few differences as can be. */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Run<Item>[] {
  const runs = diffArrays([...before], [...after], {
    comparator: (a, b) => keyOf(a) === keyOf(b),
  });
  return runs.map(({ added, removed, value }) => ({
    in: added ? 'after' : removed ? 'before' : 'both',
    items: value,
  }));
}
