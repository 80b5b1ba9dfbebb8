/** A decision tree: a leaf's score, or which feature is compared with what, and the tree for ≤ and for > . */
export type Tree =
  | number
  | readonly [feature: number, threshold: number, atMost: Tree, above: Tree];

/** Trees whose scores are added up: log odds, from which `chanceOf` makes a chance. */
export interface Forest {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

export const forestScore = (row: ArrayLike<number>, { bias, trees }: Forest): number =>
  trees.reduce<number>((sum, tree) => sum + treeScore(row, tree), bias);

export function treeScore(row: ArrayLike<number>, tree: Tree): number {
  let node = tree;
  while (typeof node !== 'number') {
    const [feature, threshold, atMost, above] = node;
    node = (row[feature] ?? 0) <= threshold ? atMost : above;
  }
  return node;
}

/**
 * What each feature adds to a row's score, and takes from it: at each split the step from the mean of the leaves to
 * that of the branch taken.
 */
export function forestShares(row: Float64Array, { trees }: Forest): Float64Array {
  const shares = new Float64Array(row.length);
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') {
      const [feature, threshold, atMost, above] = node;
      const next: Tree = (row[feature] ?? 0) <= threshold ? atMost : above;
      shares[feature] = (shares[feature] ?? 0) + meanLeaf(next) - meanLeaf(node);
      node = next;
    }
  }
  return shares;
}

const meanLeaf = (tree: Tree): number => {
  const scores = leavesOf(tree);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
};

const leavesOf = (tree: Tree): number[] =>
  typeof tree === 'number' ? [tree] : [...leavesOf(tree[2]), ...leavesOf(tree[3])];

/** A forest whose scores are those of another, drawn out and moved. */
export const stretched = (
  { bias, trees }: Forest,
  { slope, offset }: { readonly slope: number; readonly offset: number },
): Forest => ({
  bias: slope * bias + offset,
  trees: trees.map((tree) => scaled(tree, slope)),
});

/** A tree whose leaves are so many times those of another. */
export const scaled = (tree: Tree, factor: number): Tree =>
  typeof tree === 'number'
    ? tree * factor
    : [tree[0], tree[1], scaled(tree[2], factor), scaled(tree[3], factor)];
