import { addScaledRow, type DenseMatrix, zeros } from './dense-matrix.ts';

/** A matrix of mostly zeros, row by row: entries of row r are those from `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Uint32Array;
  readonly columnOf: Uint32Array;
  readonly values: Float32Array;
}

/** One non-zero entry of a sparse row. */
export interface Entry {
  readonly column: number;
  readonly value: number;
}

export function sparseMatrix(rows: readonly (readonly Entry[])[], columns: number): SparseMatrix {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const starts = new Uint32Array(rows.length + 1);
  const columnOf = new Uint32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  rows.forEach((row, index) => {
    for (const { column, value } of row) {
      columnOf[at] = column;
      values[at] = value;
      at += 1;
    }
    starts[index + 1] = at;
  });
  return { rows: rows.length, columns, starts, columnOf, values };
}

/** matrix · dense. */
export function multiply(matrix: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const product = zeros(matrix.rows, dense.columns);
  forEachEntry(matrix, (row, column, value) => {
    addScaledRow(product, row, dense, column, value);
  });
  return product;
}

/** transpose(matrix) · dense. */
export function multiplyTransposed(matrix: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const product = zeros(matrix.columns, dense.columns);
  forEachEntry(matrix, (row, column, value) => {
    addScaledRow(product, column, dense, row, value);
  });
  return product;
}

function forEachEntry(
  { rows, starts, columnOf, values }: SparseMatrix,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row < rows; row += 1) {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      visit(row, columnOf[at] ?? 0, values[at] ?? 0);
    }
  }
}
