import { dot, type WordVectors } from '../../embed/words/word-vectors.ts';

/** How near one asked word is to each word by number, 0 to 1; NaN where nobody has asked yet. */
type Column = Float32Array;

/** Asked words whose nearness is remembered: some tens of megabytes at most. The oldest leave first. */
const MOST_COLUMNS = 256;

/**
 * Numbers the words of texts as they are met, and remembers how near they are to words that were asked. Nothing of it
 * depends on an index, so that it outlives them.
 */
export class Lexicon {
  readonly #vectors: WordVectors;
  readonly #numbers = new Map<string, number>();
  readonly #known: (Float32Array | undefined)[] = [];
  readonly #columns = new Map<string, Column>();

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

  /** Reads how near `asked` is to words by number: 1 for itself, never below 0. For use within one question. */
  nearnessTo(asked: string): (number: number) => number {
    const own = this.numberOf(asked);
    const vector = this.#known[own];
    let column = this.#columnOf(asked);
    return (number) => {
      if (number >= column.length) column = this.#columnOf(asked);
      const known = column[number] ?? 0;
      if (!Number.isNaN(known)) return known;
      const other = this.#known[number];
      const near = number === own ? 1 : vector && other ? Math.max(0, dot(vector, other)) : 0;
      column[number] = near;
      return near;
    };
  }

  /** Long enough for all words met so far. */
  #columnOf(asked: string): Column {
    const known = this.#columns.get(asked);
    this.#columns.delete(asked);
    let column = known;
    if (column === undefined || column.length < this.#known.length) {
      column = new Float32Array(Math.ceil(this.#known.length * 1.25) + 1_000).fill(Number.NaN);
      if (known) column.set(known);
    }
    this.#columns.set(asked, column);
    if (this.#columns.size > MOST_COLUMNS) {
      const oldest = this.#columns.keys().next();
      if (!oldest.done) this.#columns.delete(oldest.value);
    }
    return column;
  }
}

const lexicons = new WeakMap<WordVectors, Lexicon>();

/** One for all questions that read the same vectors. */
export function lexiconOf(vectors: WordVectors): Lexicon {
  const lexicon = lexicons.get(vectors) ?? new Lexicon(vectors);
  lexicons.set(vectors, lexicon);
  return lexicon;
}
