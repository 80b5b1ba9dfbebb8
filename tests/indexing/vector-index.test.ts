import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { VectorIndex, VectorIndexBuilder } from '../../src/indexing/vector-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'youju-vectors-'));
const file = join(folder, 'vectors.hnsw');

afterAll(() => rmSync(folder, { recursive: true }));

function indexOf(vectors: readonly (readonly number[])[]): VectorIndex {
  const builder = new VectorIndexBuilder(2, vectors.length);
  vectors.forEach((vector, row) => {
    builder.add(row, vector);
  });
  builder.write(file);
  return VectorIndex.read(file, 2);
}

const index = indexOf([
  [1, 0],
  [0.6, 0.8],
  [0, 1],
  [-1, 0],
  [0, 0],
]);

describe.each([
  ['nearest', (vector: readonly number[], limit: number) => index.nearest(vector, limit)],
  [
    'nearestWithin',
    (vector: readonly number[], limit: number) => index.nearestWithin(vector, [[0, 5]], limit),
  ],
])('%s', (_, search) => {
  test('gives similarity, 1 for the same direction, best first', () => {
    const hits = search([3, 0], 5);
    expect(hits.map(({ row }) => row).slice(0, 2)).toEqual([0, 1]);
    expect(hits[0]?.score).toBeCloseTo(1, 5);
    expect(hits[1]?.score).toBeCloseTo(0.6, 5);
    expect(hits.at(-1)?.score).toBeCloseTo(-1, 5);
  });

  test('gives all there are where more are asked for', () => {
    expect(search([1, 0], 100)).toHaveLength(5);
  });

  test('finds nothing for a vector of zeros, or for none wanted', () => {
    expect(search([0, 0], 3)).toEqual([]);
    expect(search([1, 0], 0)).toEqual([]);
  });

  test('gives the earlier of equal rows first', () => {
    const hits = search([0, 1], 5).filter(({ score }) => Math.abs(score) < 1e-6);
    expect(hits.map(({ row }) => row)).toEqual([0, 3, 4]);
  });
});

describe('VectorIndex', () => {
  test('looks within some rows only', () => {
    const hits = index.nearestWithin([1, 0], [[1, 3]], 9);
    expect(hits.map(({ row }) => row)).toEqual([1, 2]);
    expect(index.nearestWithin([1, 0], [], 9)).toEqual([]);
  });

  test('may be empty', () => {
    const empty = indexOf([]);
    expect(empty.size).toBe(0);
    expect(empty.nearest([1, 0], 3)).toEqual([]);
  });

  test('is the same for the same vectors', () => {
    indexOf([
      [1, 0],
      [0, 1],
      [0.6, 0.8],
    ]);
    const first = readFileSync(file);
    indexOf([
      [1, 0],
      [0, 1],
      [0.6, 0.8],
    ]);
    expect(readFileSync(file).equals(first)).toBe(true);
  });

  test('refuses a file cut short', () => {
    indexOf([
      [1, 0],
      [0, 1],
    ]);
    writeFileSync(file, readFileSync(file).subarray(0, 120));
    expect(() => VectorIndex.read(file, 2)).toThrow();
  });
});
