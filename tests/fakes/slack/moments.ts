/** Milliseconds since 1970. */
export type Clock = () => number;

/** From 0 to below 1. */
export type Random = () => number;

/** Repeatable random numbers (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Slack's message times: seconds with six decimals, never twice the same, always later. */
export function createTimestamps(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(clock() * 1_000, last + 1);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}
