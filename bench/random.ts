/** Numbers from 0 to 1 (1 excluded), the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in another order, the same for the same seed. */
export function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** At most `limit` of the items, at even steps. */
export const sampleEvenly = <Item>(items: readonly Item[], limit: number): readonly Item[] =>
  items.filter(
    (_, at) =>
      Math.floor((at * limit) / items.length) !== Math.floor(((at - 1) * limit) / items.length),
  );
