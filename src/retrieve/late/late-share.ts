import type { AskedWord } from './asked-words.ts';

/** Of each asked word the best nearness among a text's words (numbers of the lexicon), 0 to 1. */
export const nearest = (asked: readonly AskedWord[], words: Uint32Array): Float32Array =>
  Float32Array.from(asked, ({ nearness }) => {
    let best = 0;
    const { known } = nearness;
    for (let at = 0; at < words.length && best < 1; at += 1) {
      const number = words[at] ?? 0;
      const near = known[number] ?? Number.NaN;
      best = Math.max(best, Number.isNaN(near) ? nearness.read(number) : near);
    }
    return best;
  });

/** The weighted mean of what was found of each asked word, 0 to 1. */
export function lateShare(asked: readonly AskedWord[], found: Float32Array): number {
  let [got, total] = [0, 0];
  for (const [at, { weight }] of asked.entries()) {
    got += weight * (found[at] ?? 0);
    total += weight;
  }
  return total > 0 ? got / total : 0;
}

/** The better of each, the second counting `share`. */
export const better = (own: Float32Array, other: Float32Array, share = 1): Float32Array =>
  own.map((found, at) => Math.max(found, share * (other[at] ?? 0)));
