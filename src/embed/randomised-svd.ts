import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import {
  type DenseMatrix,
  gaussian,
  orthonormalise,
  product,
  transpose,
  zeros,
} from './dense-matrix.ts';
import { multiply, multiplyTransposed, type SparseMatrix } from './sparse-matrix.ts';

export interface SvdOptions {
  /** Random directions beyond those wanted; more is a little more exact. Default 10. */
  readonly oversampling: number;
  /** Passes over the matrix that sharpen the directions; 2 is usual for text. Default 2. */
  readonly powerIterations: number;
  /** The same seed and matrix always give the same result. Default 1. */
  readonly seed: number;
}

export const defaultSvdOptions: SvdOptions = { oversampling: 10, powerIterations: 2, seed: 1 };

/**
 * The `rank` strongest right singular vectors of a matrix A, strongest first, one a column, after Halko,
 * Martinsson and Tropp (2011). A direction A does not have (its rank is lower) is a column of zeros.
 *
 * With Q spanning the range of A and QᵀAAᵀQ = W·S²·Wᵀ the vectors are Aᵀ(Q·W/S). In this order every full
 * matrix has as many rows as A or as directions, never as many as A has columns.
 */
export function rightSingularVectors(
  matrix: SparseMatrix,
  rank: number,
  { oversampling, powerIterations, seed }: SvdOptions = defaultSvdOptions,
): DenseMatrix {
  const width = Math.min(rank + oversampling, matrix.rows, matrix.columns);
  if (width === 0) return zeros(matrix.columns, rank);
  const square = (dense: DenseMatrix) => multiply(matrix, multiplyTransposed(matrix, dense));
  let range = orthonormalise(multiply(matrix, gaussian(matrix.columns, width, seed)));
  for (let pass = 0; pass < powerIterations; pass += 1) range = orthonormalise(square(range));
  const rotation = singularRotation(product(transpose(range), square(range)), rank);
  return multiplyTransposed(matrix, product(range, rotation));
}

/** Shorter singular values than this are rounding, next to rows of length 1. */
const SMALLEST = 1e-4;

/** The columns W/S for a symmetric matrix W·S²·Wᵀ, largest S first. */
function singularRotation(symmetric: DenseMatrix, rank: number): DenseMatrix {
  const width = symmetric.columns;
  const rotation = zeros(width, rank);
  const eigen = new EigenvalueDecomposition(Matrix.from1DArray(width, width, symmetric.values), {
    assumeSymmetric: true,
  });
  const strongestFirst = eigen.realEigenvalues
    .map((value, column) => ({ singular: Math.sqrt(Math.max(value, 0)), column }))
    .sort((a, b) => b.singular - a.singular)
    .slice(0, rank);
  strongestFirst.forEach(({ singular, column }, k) => {
    if (singular < SMALLEST) return;
    for (let row = 0; row < width; row += 1) {
      rotation.values[row * rank + k] = eigen.eigenvectorMatrix.get(row, column) / singular;
    }
  });
  return rotation;
}
