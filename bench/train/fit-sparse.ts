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
  const rows = examples.map(({ features }): Row => {
    const known = [...features].filter(([name]) => index.has(name));
    return {
      places: Uint32Array.from([0, ...known.map(([name]) => index.get(name) ?? 0)]),
      values: Float64Array.from([1, ...known.map(([, value]) => value)]),
    };
  });
  const fitted = Array.from({ length: labels }, (_, label) =>
    fitLabel(rows, examples, label, names.length + 1),
  );
  const column = (at: number): number[] => fitted.map((weights) => weights[at] ?? 0);
  return {
    bias: column(0),
    weights: new Map(names.map((name, at) => [name, column(at + 1)])),
  };
}

/** The features an example has; the first is the bias. */
interface Row {
  readonly places: Uint32Array;
  readonly values: Float64Array;
}

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
      const row = rows[at];
      const isRight = examples[at]?.labels[label] ?? null;
      if (isRight === null || !row) continue;
      const chance = 1 / (1 + Math.exp(-scoreOf(row, weights)));
      const pull = (examples[at]?.weights[label] ?? 1) * (chance - Number(isRight));
      step(row, pull, weights, squares);
    }
  return weights;
}

function scoreOf({ places, values }: Row, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < places.length; i += 1)
    score += (weights[places[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return score;
}

function step(
  { places, values }: Row,
  pull: number,
  weights: Float64Array,
  squares: Float64Array,
): void {
  for (let i = 0; i < places.length; i += 1) {
    const at = places[i] ?? 0;
    const weight = weights[at] ?? 0;
    const slope = pull * (values[i] ?? 0) + (at === 0 ? 0 : L2 * weight);
    const square = (squares[at] ?? 0) + slope * slope;
    squares[at] = square;
    weights[at] = weight - (STEP * slope) / Math.sqrt(square);
  }
}
