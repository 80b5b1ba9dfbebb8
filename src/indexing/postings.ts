/** Where a term stands: rows in ascending order, and how often in heading path and text of each (at most 255). */
export interface Postings {
  readonly rows: Uint32Array;
  readonly inHeading: Uint8Array;
  readonly inBody: Uint8Array;
}

/** How many terms heading path and text of each row have. */
export interface RowLengths {
  readonly heading: Uint32Array;
  readonly body: Uint32Array;
}

const MOST = 255;

/** Collects the terms of all rows, which must come in ascending order from 0. */
export class PostingsBuilder {
  /** By term: row · 65,536 + times in heading · 256 + times in body. One number a place keeps it small. */
  readonly #packed = new Map<string, number[]>();
  readonly #heading: number[] = [];
  readonly #body: number[] = [];

  add(headingTerms: readonly string[], bodyTerms: readonly string[]): void {
    const row = this.#body.length;
    this.#heading.push(headingTerms.length);
    this.#body.push(bodyTerms.length);
    const heading = timesOf(headingTerms);
    const body = timesOf(bodyTerms);
    for (const [term, times] of heading) this.#push(term, row, times, body.get(term) ?? 0);
    for (const [term, times] of body) if (!heading.has(term)) this.#push(term, row, 0, times);
  }

  #push(term: string, row: number, inHeading: number, inBody: number): void {
    const packed = row * 65_536 + Math.min(inHeading, MOST) * 256 + Math.min(inBody, MOST);
    const known = this.#packed.get(term);
    if (known === undefined) this.#packed.set(term, [packed]);
    else known.push(packed);
  }

  get lengths(): RowLengths {
    return { heading: Uint32Array.from(this.#heading), body: Uint32Array.from(this.#body) };
  }

  /** Of all terms, in the order of their numbers, which count from 0. */
  get names(): string[] {
    return [...this.#packed.keys()];
  }

  /** In the order of their numbers. */
  *terms(): Generator<[term: string, postings: Postings]> {
    for (const [term, packed] of this.#packed) {
      yield [
        term,
        {
          rows: Uint32Array.from(packed, (place) => Math.floor(place / 65_536)),
          inHeading: Uint8Array.from(packed, (place) => Math.floor(place / 256) % 256),
          inBody: Uint8Array.from(packed, (place) => place % 256),
        },
      ];
    }
  }
}

function timesOf(terms: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  return times;
}

/** Rows, times in heading, times in body, one after the other: six bytes a place. */
export const encodePostings = ({ rows, inHeading, inBody }: Postings): Buffer =>
  Buffer.concat([bytesOf(rows), inHeading, inBody]);

export function decodePostings(bytes: Uint8Array): Postings {
  const size = bytes.length / 6;
  return {
    rows: integersOf(bytes.subarray(0, size * 4)),
    inHeading: bytes.subarray(size * 4, size * 5),
    inBody: bytes.subarray(size * 5),
  };
}

export const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Float32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Copies, since integers of four bytes may not start just anywhere in memory. */
export const integersOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(Uint8Array.from(bytes).buffer);
