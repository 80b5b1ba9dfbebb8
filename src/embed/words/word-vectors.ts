/** What the files in data/ are laid out as: raise it when that changes. */
export const WORDS_FORMAT = 2;

/** What general Chinese words mean, as directions. It ships with the program: no key, no network. */
export interface WordVectors {
  /** Names these vectors; an index made with others is stale. */
  readonly id: string;
  /** Length of each vector. */
  readonly dimensions: number;
  /** Whether the word itself is known. Words are lower-case and NFKC. */
  has(word: string): boolean;
  /** Of length 1; of an unknown word from its longest known parts; left out where no part is known. */
  vectorOf(word: string): Float32Array | undefined;
  /** How seldom general Chinese uses the word, 0 (的) to 1 (unknown words, whatever they are). */
  rarityOf(word: string): number;
  /** Cosine, -1 to 1; 1 for the same word, 0 where either has no vector. */
  similarity(a: string, b: string): number;
}

/** As the files hold them. */
export interface StoredWords {
  readonly id: string;
  readonly dimensions: number;
  readonly words: readonly string[];
  /** A row of `dimensions` for each word. */
  readonly rows: Int8Array;
  /** For each word what makes its row of length 1, and its weight as a part of a longer word, 0 to 1. */
  readonly scales: Float32Array;
}

/** No known word that helps as a part is longer. */
const MOST_PART_CHARS = 6;

export function createWordVectors({
  id,
  dimensions,
  words,
  rows,
  scales,
}: StoredWords): WordVectors {
  const numbers = new Map(words.map((word, number) => [word, number]));

  function addTo(sum: Float32Array, number: number, weight: number): void {
    const factor = weight * (scales[2 * number] ?? 0);
    const start = number * dimensions;
    for (let i = 0; i < dimensions; i += 1) {
      sum[i] = (sum[i] ?? 0) + factor * (rows[start + i] ?? 0);
    }
  }

  /** The longest known word that starts there, as its number, and how many characters to go on by. */
  function partAt(word: string, at: number): { number: number | undefined; length: number } {
    for (let length = Math.min(MOST_PART_CHARS, word.length - at); length > 1; length -= 1) {
      const number = numbers.get(word.slice(at, at + length));
      if (number !== undefined) return { number, length };
    }
    return { number: numbers.get(word.charAt(at)), length: 1 };
  }

  function vectorOf(word: string): Float32Array | undefined {
    const sum = new Float32Array(dimensions);
    const own = numbers.get(word);
    if (own !== undefined) addTo(sum, own, 1);
    else {
      for (let at = 0; at < word.length; ) {
        const { number, length } = partAt(word, at);
        if (number !== undefined) addTo(sum, number, scales[2 * number + 1] ?? 0);
        at += length;
      }
    }
    const length = Math.sqrt(dot(sum, sum));
    return length > 0 ? sum.map((x) => x / length) : undefined;
  }

  return {
    id,
    dimensions,
    has: (word) => numbers.has(word),
    vectorOf,
    rarityOf(word) {
      const number = numbers.get(word);
      return number === undefined ? 1 : (scales[2 * number + 1] ?? 1);
    },
    similarity(a, b) {
      if (a === b) return 1;
      const left = vectorOf(a);
      const right = vectorOf(b);
      return left && right ? dot(left, right) : 0;
    },
  };
}

/** Of two vectors of the same length; their cosine where both are of length 1. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  // Both are as long as that; asking whether they are would double the time of the innermost loop.
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
