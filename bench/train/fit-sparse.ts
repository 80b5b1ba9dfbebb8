/** An example whose features are mostly absent, with one answer a label; null where unknown, which teaches nothing. */
export interface SparseExample {
  readonly features: ReadonlyMap<string, number>;
  readonly labels: readonly (boolean | null)[];
  /** How much it counts in each label. */
  readonly weights: readonly number[];
}

export interface SparseModel {
  readonly bias: readonly number[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

const ROUNDS = 40;
const STEP = 0.3;
const L2 = 2e-4;
/** A feature of fewer examples is a name, not a trait. */
const MIN_EXAMPLES = 3;

/** Logistic regression, one label at a time beside the others, by adaptive steps in a fixed order. */
export function fitSparse(examples: readonly SparseExample[], labels: number): SparseModel {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= MIN_EXAMPLES).map(([name]) => name);
  const index = new Map(names.map((name, at) => [name, at + 1]));
  const rows = examples.map(({ features }) => [
    [0, 1] as const,
    ...[...features].flatMap(([name, value]) => {
      const at = index.get(name);
      return at === undefined ? [] : [[at, value] as const];
    }),
  ]);
  const fitted = Array.from({ length: labels }, (_, label) =>
    fitLabel(rows, examples, label, names.length + 1),
  );
  const column = (at: number): number[] => fitted.map((weights) => weights[at] ?? 0);
  return {
    bias: column(0),
    weights: new Map(names.map((name, at) => [name, column(at + 1)])),
  };
}

type Row = readonly (readonly [at: number, value: number])[];

function fitLabel(
  rows: readonly Row[],
  examples: readonly SparseExample[],
  label: number,
  size: number,
): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const order = Array.from(rows.keys()).sort((a, b) => ((a * 7919) % 10007) - ((b * 7919) % 10007));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const at of order) {
      const isRight = examples[at]?.labels[label] ?? null;
      if (isRight === null) continue;
      const row = rows[at] ?? [];
      let score = 0;
      for (const [i, value] of row) score += (weights[i] ?? 0) * value;
      const pull =
        (examples[at]?.weights[label] ?? 1) * (1 / (1 + Math.exp(-score)) - Number(isRight));
      for (const [i, value] of row) {
        const slope = pull * value + (i === 0 ? 0 : L2 * (weights[i] ?? 0));
        squares[i] = (squares[i] ?? 0) + slope * slope;
        weights[i] = (weights[i] ?? 0) - (STEP * slope) / Math.sqrt(squares[i] ?? 1);
      }
    }
  return weights;
}
