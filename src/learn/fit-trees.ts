import { type Binned, binned, MOST_BINS } from './binned.ts';
import { chanceOf, type LogisticExample } from './fit-logistic.ts';
import { type Forest, scaled, type Tree, treeScore } from './trees.ts';

export interface TreeOptions {
  readonly trees: number;
  /** Of each tree. */
  readonly leaves: number;
  /** How much of each tree is believed, 0 to 1. */
  readonly rate: number;
  /** Fewest examples a leaf stands for. */
  readonly leastExamples: number;
  /** Pulls the scores of leaves towards 0. */
  readonly l2: number;
  /** Share of the features looked at for each split. */
  readonly featureShare: number;
  /** Share of the examples that each tree learns from; the others correct what it learnt by heart. */
  readonly rowShare: number;
  /** How many forests are made, each of other random shares, and put together as their mean. */
  readonly forests: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly split: Split | undefined;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

interface Pull {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Several of which some are right: what is learnt is to choose among them. */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

/** How far each score is to be moved, at the scores reached so far. */
type Loss = (scores: Float64Array) => Pull;

/** Gradient boosting of the logistic loss (Friedman 2001, leaves by Newton's step). Equal input gives equal trees. */
export function fitTrees(
  examples: readonly LogisticExample[],
  size: number,
  options: TreeOptions,
): Forest {
  const rows = examples.map(({ row }) => row);
  return boosted(rows, size, biasOf(examples), (scores) => pullOf(examples, scores), options);
}

/**
 * The same of the choice among several (softmax over each, Cao et al. 2007): scores tell which of them is right, and
 * nothing across choices. A choice without a right one teaches nothing.
 */
export function fitChoice(choices: readonly Choice[], size: number, options: TreeOptions): Forest {
  const telling = choices.filter(({ isRight }) => isRight.includes(true));
  const rows = telling.flatMap((choice) => choice.rows);
  return boosted(rows, size, 0, (scores) => choicePull(telling, scores), options);
}

function boosted(
  rows: readonly Float64Array[],
  size: number,
  bias: number,
  loss: Loss,
  options: TreeOptions,
): Forest {
  const table = binned(rows, size);
  const trees = Array.from({ length: options.forests }, (_, at) =>
    fitForest(rows, table, bias, loss, options, randomFrom(at + 1)),
  );
  return { bias, trees: trees.flat().map((tree) => scaled(tree, 1 / options.forests)) };
}

function fitForest(
  rows: readonly Float64Array[],
  table: Binned,
  bias: number,
  loss: Loss,
  options: TreeOptions,
  random: () => number,
): Tree[] {
  const scores = new Float64Array(rows.length).fill(bias);
  return Array.from({ length: options.trees }, () => {
    const pull = loss(scores);
    const some = Int32Array.from(rows.keys()).filter(() => random() < options.rowShare);
    const tree = grow(some, table, pull, options, random);
    for (const [at, row] of rows.entries()) scores[at] = (scores[at] ?? 0) + treeScore(row, tree);
    return tree;
  });
}

function biasOf(examples: readonly LogisticExample[]): number {
  let right = 0;
  let all = 0;
  for (const { isRight, weight = 1 } of examples) {
    all += weight;
    if (isRight) right += weight;
  }
  return Math.log((right + 1) / (all - right + 1));
}

function pullOf(examples: readonly LogisticExample[], scores: Float64Array): Pull {
  const first = new Float64Array(examples.length);
  const second = new Float64Array(examples.length);
  examples.forEach(({ isRight, weight = 1 }, at) => {
    const chance = chanceOf(scores[at] ?? 0);
    first[at] = weight * ((isRight ? 1 : 0) - chance);
    second[at] = weight * chance * (1 - chance);
  });
  return { first, second };
}

function choicePull(choices: readonly Choice[], scores: Float64Array): Pull {
  const first = new Float64Array(scores.length);
  const second = new Float64Array(scores.length);
  let from = 0;
  for (const { isRight, weight } of choices) {
    const own = scores.subarray(from, from + isRight.length);
    const most = Math.max(...own);
    const odds = own.map((score) => Math.exp(score - most));
    const all = odds.reduce((sum, value) => sum + value, 0);
    const right = isRight.filter(Boolean).length;
    for (const [at, is] of isRight.entries()) {
      const share = (odds[at] ?? 0) / all;
      first[from + at] = weight * ((is ? 1 / right : 0) - share);
      second[from + at] = weight * share * (1 - share);
    }
    from += isRight.length;
  }
  return { first, second };
}

/** A node while the tree grows: cut in two once the best of all open leaves. */
interface Node {
  leaf: Leaf;
  parts?: readonly [Node, Node];
}

function grow(
  rows: Int32Array,
  table: Binned,
  pull: Pull,
  options: TreeOptions,
  random: () => number,
): Tree {
  const leafOf = (own: Int32Array): Leaf => ({
    rows: own,
    split: bestSplit(own, table, pull, options, random),
  });
  const root: Node = { leaf: leafOf(rows) };
  const open: Node[] = [root];
  while (open.length < options.leaves) {
    const best = open.reduce((most, node) => (gainOf(node) > gainOf(most) ? node : most));
    const { split } = best.leaf;
    if (split === undefined) break;
    const column = table.bins[split.feature] ?? new Uint8Array();
    const isAtMost = (row: number): boolean => (column[row] ?? 0) <= split.bin;
    const parts: [Node, Node] = [
      { leaf: leafOf(best.leaf.rows.filter(isAtMost)) },
      { leaf: leafOf(best.leaf.rows.filter((row) => !isAtMost(row))) },
    ];
    best.parts = parts;
    open.splice(open.indexOf(best), 1, ...parts);
  }
  return treeOf(root, table, (leaf) => scoreOf(leaf.rows, pull, options));
}

const gainOf = ({ leaf }: Node): number => leaf.split?.gain ?? 0;

function treeOf(node: Node, table: Binned, scoreOf: (leaf: Leaf) => number): Tree {
  const { split } = node.leaf;
  if (!node.parts || !split) return scoreOf(node.leaf);
  const [atMost, above] = node.parts;
  return [
    split.feature,
    table.ends[split.feature]?.[split.bin] ?? 0,
    treeOf(atMost, table, scoreOf),
    treeOf(above, table, scoreOf),
  ];
}

function scoreOf(rows: Int32Array, { first, second }: Pull, { l2, rate }: TreeOptions): number {
  let pull = 0;
  let firmness = l2;
  for (const row of rows) {
    pull += first[row] ?? 0;
    firmness += second[row] ?? 0;
  }
  return (rate * pull) / firmness;
}

/** The cut after which leaves fit best, among a random share of the features. */
function bestSplit(
  rows: Int32Array,
  table: Binned,
  pull: Pull,
  { l2, leastExamples, featureShare }: TreeOptions,
  random: () => number,
): Split | undefined {
  let best: Split | undefined;
  for (const [feature, column] of table.bins.entries()) {
    if (random() >= featureShare || table.ends[feature]?.length === 0) continue;
    const { counts, firsts, seconds } = histogram(rows, column, pull);
    const first = firsts.reduce((sum, value) => sum + value, 0);
    const second = seconds.reduce((sum, value) => sum + value, 0);
    const whole = first ** 2 / (second + l2);
    let count = 0;
    let left = 0;
    let firm = 0;
    for (let bin = 0; bin < (table.ends[feature]?.length ?? 0); bin += 1) {
      count += counts[bin] ?? 0;
      left += firsts[bin] ?? 0;
      firm += seconds[bin] ?? 0;
      if (count < leastExamples) continue;
      if (rows.length - count < leastExamples) break;
      const gain = left ** 2 / (firm + l2) + (first - left) ** 2 / (second - firm + l2) - whole;
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain };
    }
  }
  return best;
}

interface Histogram {
  readonly counts: Float64Array;
  readonly firsts: Float64Array;
  readonly seconds: Float64Array;
}

/** Filled anew for each feature: making new ones takes longer than counting. */
const HISTOGRAM: Histogram = {
  counts: new Float64Array(MOST_BINS),
  firsts: new Float64Array(MOST_BINS),
  seconds: new Float64Array(MOST_BINS),
};

function histogram(rows: Int32Array, column: Uint8Array, { first, second }: Pull): Histogram {
  const { counts, firsts, seconds } = HISTOGRAM;
  counts.fill(0);
  firsts.fill(0);
  seconds.fill(0);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const bin = column[row] ?? 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
    firsts[bin] = (firsts[bin] ?? 0) + (first[row] ?? 0);
    seconds[bin] = (seconds[bin] ?? 0) + (second[row] ?? 0);
  }
  return HISTOGRAM;
}

/** Numbers in [0, 1) that only look random (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
