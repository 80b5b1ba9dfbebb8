import hnswlib from 'hnswlib-node';
import { BestRows, type RowRange, type ScoredRow } from './best-rows.ts';

export interface VectorIndexOptions {
  /** Neighbours a vector is linked with; more finds more and takes more memory. Usual 8–32. Default 16. */
  readonly m: number;
  /** Candidates looked at when a vector is linked; costs time while building only. Default 200. */
  readonly efConstruction: number;
  /**
   * Candidates looked at in a search, never fewer than asked for; costs time. Plans repeat themselves, and a
   * search that looks at few gets lost among equals. Default 800, a millisecond among 100,000 vectors.
   */
  readonly ef: number;
  /** The same seed and vectors always give the same graph. */
  readonly seed: number;
}

export const defaultVectorIndexOptions: VectorIndexOptions = {
  m: 16,
  efConstruction: 200,
  ef: 800,
  seed: 1,
};

const SPACE = 'cosine';

/** Links vectors while an index is built. */
export class VectorIndexBuilder {
  readonly #graph: hnswlib.HierarchicalNSW;

  constructor(dimensions: number, size: number, options = defaultVectorIndexOptions) {
    this.#graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
    this.#graph.initIndex({
      maxElements: Math.max(1, size),
      m: options.m,
      efConstruction: options.efConstruction,
      randomSeed: options.seed,
    });
  }

  add(row: number, vector: ArrayLike<number>): void {
    this.#graph.addPoint(Array.from(vector), row);
  }

  /** Reads back what it wrote, for the library does not notice a full disk. */
  write(file: string): void {
    this.#graph.writeIndexSync(file);
    try {
      VectorIndex.read(file, this.#graph.getNumDimensions());
    } catch (cause) {
      throw Object.assign(new Error(`${file} was not written whole`, { cause }), {
        code: 'ENOSPC',
      });
    }
  }
}

/**
 * Approximate nearest neighbours over all rows; exact ones within some rows. The library knows distances,
 * 1 − cosine; outside this file there is only similarity.
 */
export class VectorIndex {
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #ef: number;
  /** Vectors already asked for, by row: fetching one takes longer than comparing hundreds. */
  readonly #vectors: (Float32Array | undefined)[] = [];

  private constructor(graph: hnswlib.HierarchicalNSW, ef: number) {
    this.#graph = graph;
    this.#ef = ef;
  }

  static read(file: string, dimensions: number, options = defaultVectorIndexOptions): VectorIndex {
    const graph = new hnswlib.HierarchicalNSW(SPACE, dimensions);
    graph.readIndexSync(file);
    return new VectorIndex(graph, options.ef);
  }

  get size(): number {
    return this.#graph.getCurrentCount();
  }

  /** Fewer than `limit` where there are no more; none for a vector of zeros, which lies in no direction. */
  nearest(vector: ArrayLike<number>, limit: number): ScoredRow[] {
    const count = Math.min(limit, this.size);
    if (count === 0 || isZero(vector)) return [];
    this.#graph.setEf(Math.max(this.#ef, count));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count);
    const best = new BestRows(count);
    neighbors.forEach((row, at) => {
      best.add(row, 1 - (distances[at] ?? 1));
    });
    return best.list();
  }

  /**
   * Compares with every row of the ranges. The graph is of no use here: it would have to visit nearly all of
   * its vectors, and ask back for each, to be sure of meeting those few.
   */
  nearestWithin(
    vector: readonly number[],
    ranges: readonly RowRange[],
    limit: number,
  ): ScoredRow[] {
    if (isZero(vector)) return [];
    const wanted = unitLength(vector);
    const best = new BestRows(limit);
    for (const [first, end] of ranges) {
      for (let row = first; row < end; row += 1) best.add(row, dot(wanted, this.vectorOf(row)));
    }
    return best.list();
  }

  /** Of unit length, or zeros. */
  vectorOf(row: number): Float32Array {
    const known = this.#vectors[row];
    if (known !== undefined) return known;
    const vector = Float32Array.from(this.#graph.getPoint(row));
    this.#vectors[row] = vector;
    return vector;
  }
}

const isZero = (vector: ArrayLike<number>): boolean =>
  Array.from(vector).every((value) => value === 0);

function unitLength(vector: readonly number[]): readonly number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function dot(a: readonly number[], b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
