/** A full matrix, row by row. */
export interface DenseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

export const zeros = (rows: number, columns: number): DenseMatrix => ({
  rows,
  columns,
  values: new Float32Array(rows * columns),
});

export function transpose({ rows, columns, values }: DenseMatrix): DenseMatrix {
  const transposed = zeros(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      transposed.values[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return transposed;
}

/** target[row] += factor · source[sourceRow]. */
export function addScaledRow(
  target: DenseMatrix,
  row: number,
  source: DenseMatrix,
  sourceRow: number,
  factor: number,
): void {
  const to = row * target.columns;
  const from = sourceRow * source.columns;
  for (let column = 0; column < target.columns; column += 1) {
    const sum = (target.values[to + column] ?? 0) + factor * (source.values[from + column] ?? 0);
    target.values[to + column] = sum;
  }
}

export function product(left: DenseMatrix, right: DenseMatrix): DenseMatrix {
  const result = zeros(left.rows, right.columns);
  for (let row = 0; row < left.rows; row += 1) {
    for (let inner = 0; inner < left.columns; inner += 1) {
      addScaledRow(result, row, right, inner, left.values[row * left.columns + inner] ?? 0);
    }
  }
  return result;
}

/** A column loses so much of its length when it adds no direction of its own, rounding aside. */
const NOTHING_NEW = 1e-5;

/**
 * The Q of a QR decomposition: the same space, columns at right angles and of length 1. Gram–Schmidt done
 * twice is as exact as reflections. A column that adds no direction becomes zeros.
 */
export function orthonormalise(dense: DenseMatrix): DenseMatrix {
  const byColumn = transpose(dense);
  for (let column = 0; column < byColumn.rows; column += 1) {
    const before = Math.sqrt(dot(byColumn, column, column));
    for (let pass = 0; pass < 2; pass += 1) {
      for (let earlier = 0; earlier < column; earlier += 1) {
        addScaledRow(byColumn, column, byColumn, earlier, -dot(byColumn, column, earlier));
      }
    }
    const length = Math.sqrt(dot(byColumn, column, column));
    scaleRow(byColumn, column, length > NOTHING_NEW * before ? 1 / length : 0);
  }
  return transpose(byColumn);
}

function dot({ columns, values }: DenseMatrix, rowA: number, rowB: number): number {
  let sum = 0;
  const a = rowA * columns;
  const b = rowB * columns;
  for (let i = 0; i < columns; i += 1) sum += (values[a + i] ?? 0) * (values[b + i] ?? 0);
  return sum;
}

function scaleRow({ columns, values }: DenseMatrix, row: number, factor: number): void {
  const start = row * columns;
  for (let i = start; i < start + columns; i += 1) values[i] = (values[i] ?? 0) * factor;
}

/** Normally distributed numbers (Box–Muller) from a small seeded generator (mulberry32). */
export function gaussian(rows: number, columns: number, seed: number): DenseMatrix {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const matrix = zeros(rows, columns);
  for (let i = 0; i < matrix.values.length; i += 1) {
    matrix.values[i] = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }
  return matrix;
}
