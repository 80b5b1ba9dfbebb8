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

function treeScore(row: ArrayLike<number>, tree: Tree): number {
  let node = tree;
  while (typeof node !== 'number') {
    const [feature, threshold, atMost, above] = node;
    node = (row[feature] ?? 0) <= threshold ? atMost : above;
  }
  return node;
}
