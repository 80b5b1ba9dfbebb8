import { describe, expect, test } from 'vitest';
import { rightSingularVectors } from '../../src/embed/randomised-svd.ts';
import { multiply, type SparseMatrix, sparseMatrix } from '../../src/embed/sparse-matrix.ts';

const matrix = (rows: readonly (readonly number[])[]): SparseMatrix =>
  sparseMatrix(
    rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }]))),
    rows[0]?.length ?? 0,
  );

const column = (dense: { rows: number; columns: number; values: Float32Array }, at: number) =>
  Array.from({ length: dense.rows }, (_, row) => dense.values[row * dense.columns + at] ?? 0);

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Singular values 5, 3 and 1, turned. */
const turned = matrix([
  [4, 0, 3, 0],
  [-1.8, 0, 2.4, 0],
  [0, 1, 0, 0],
]);

describe('rightSingularVectors', () => {
  test('finds the strongest directions, strongest first', () => {
    const vectors = rightSingularVectors(turned, 2);
    const strengths = [0, 1].map((at) => {
      const image = multiply(turned, {
        rows: 4,
        columns: 1,
        values: Float32Array.from(column(vectors, at)),
      });
      return Math.hypot(...image.values);
    });
    expect(strengths[0]).toBeCloseTo(5, 4);
    expect(strengths[1]).toBeCloseTo(3, 4);
  });

  test('gives columns of length 1 at right angles', () => {
    const vectors = rightSingularVectors(turned, 3);
    for (const a of [0, 1, 2]) {
      for (const b of [0, 1, 2]) {
        expect(dot(column(vectors, a), column(vectors, b))).toBeCloseTo(a === b ? 1 : 0, 5);
      }
    }
  });

  test('always gives the same for the same matrix', () => {
    expect(rightSingularVectors(turned, 3)).toEqual(rightSingularVectors(turned, 3));
  });

  test('leaves directions the matrix does not have at zero', () => {
    const flat = matrix([
      [1, 1, 0],
      [2, 2, 0],
      [1, 1, 0],
    ]);
    const vectors = rightSingularVectors(flat, 3);
    expect(Math.hypot(...column(vectors, 0))).toBeCloseTo(1, 5);
    expect(column(vectors, 1)).toEqual([0, 0, 0]);
    expect(column(vectors, 2)).toEqual([0, 0, 0]);
  });

  test.each([
    ['no columns', matrix([[], []])],
    ['only zeros', matrix([[0, 0]])],
  ])('takes a matrix with %s', (_, empty) => {
    const vectors = rightSingularVectors(empty, 2);
    expect(vectors.columns).toBe(2);
    expect([...vectors.values].every((value) => value === 0)).toBe(true);
  });
});
