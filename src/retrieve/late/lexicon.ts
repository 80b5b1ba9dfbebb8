import { dot, type WordVectors } from '../../embed/words/word-vectors.ts';

/** How near an asked word is to words by their numbers, 0 to 1. */
export interface Nearness {
  /** NaN, or too short, where nobody has asked yet: then `read` tells. */
  readonly known: Float32Array;
  readonly read: (number: number) => number;
}

/** Numbers remembered of all asked words together, four bytes each. The words asked longest ago leave first. */
const MOST_REMEMBERED = 8_000_000;

/**
 * Numbers the words of texts as they are met, and remembers how near they are to words that were asked. Nothing of it
 * depends on an index, so that it outlives them.
 */
export class Lexicon {
  readonly #vectors: WordVectors;
  readonly #numbers = new Map<string, number>();
  readonly #known: (Float32Array | undefined)[] = [];
  readonly #asked = new Map<string, Nearness>();
  #remembered = 0;

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#known.length;
    this.#numbers.set(word, number);
    this.#known.push(this.#vectors.vectorOf(word));
    return number;
  }

  numbersOf(words: readonly string[]): Uint32Array {
    return Uint32Array.from(words, (word) => this.numberOf(word));
  }

  /** 1 for the word itself. */
  nearnessTo(asked: string): Nearness {
    const found = this.#asked.get(asked) ?? this.#createNearness(asked);
    this.#asked.delete(asked);
    this.#asked.set(asked, found);
    if (this.#remembered > MOST_REMEMBERED) {
      const oldest = this.#asked.keys().next();
      if (!oldest.done && oldest.value !== asked) {
        this.#remembered -= this.#asked.get(oldest.value)?.known.length ?? 0;
        this.#asked.delete(oldest.value);
      }
    }
    return found;
  }

  #createNearness(asked: string): Nearness {
    const own = this.numberOf(asked);
    const vector = this.#known[own];
    const lengthFor = (words: number): number => Math.ceil(words * 1.25) + 1_000;
    const nearness = {
      known: new Float32Array(lengthFor(this.#known.length)).fill(Number.NaN),
      read: (number: number): number => {
        if (number >= nearness.known.length) {
          const longer = new Float32Array(lengthFor(this.#known.length)).fill(Number.NaN);
          longer.set(nearness.known);
          this.#remembered += longer.length - nearness.known.length;
          nearness.known = longer;
        }
        const known = nearness.known[number] ?? Number.NaN;
        if (!Number.isNaN(known)) return known;
        const other = this.#known[number];
        const near = number === own ? 1 : vector && other ? Math.max(0, dot(vector, other)) : 0;
        nearness.known[number] = near;
        return near;
      },
    };
    this.#remembered += nearness.known.length;
    return nearness;
  }
}

const lexicons = new WeakMap<WordVectors, Lexicon>();

/** One for all questions that read the same vectors. */
export function lexiconOf(vectors: WordVectors): Lexicon {
  const lexicon = lexicons.get(vectors) ?? new Lexicon(vectors);
  lexicons.set(vectors, lexicon);
  return lexicon;
}
