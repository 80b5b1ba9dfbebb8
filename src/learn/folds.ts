/**
 * Splits examples so that none is judged by what was learnt from its own group (a document): groups are dealt out to
 * `count` folds, the largest first, each to the smallest fold. Equal input gives equal folds.
 */
export function foldsByGroup<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  count: number,
): { readonly taught: Item[]; readonly judged: Item[] }[] {
  const sizes = new Map<string, number>();
  for (const group of items.map(groupOf)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const folds: { size: number; groups: Set<string> }[] = Array.from({ length: count }, () => ({
    size: 0,
    groups: new Set(),
  }));
  const ordered = [...sizes].sort(([a, size], [b, other]) => other - size || (a < b ? -1 : 1));
  for (const [group, size] of ordered) {
    const smallest = folds.reduce((least, fold) => (fold.size < least.size ? fold : least));
    smallest.groups.add(group);
    smallest.size += size;
  }
  return folds
    .filter(({ size }) => size > 0)
    .map((fold) => ({
      taught: items.filter((item) => !fold.groups.has(groupOf(item))),
      judged: items.filter((item) => fold.groups.has(groupOf(item))),
    }));
}
