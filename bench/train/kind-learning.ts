import {
  KIND_WEIGHTS_FORMAT,
  type KindModel,
  type KindWeights,
  LEARNT_KINDS,
  openKindModel,
  WEIGHT_UNIT,
} from '../../src/understand/kind-model.ts';
import { fitSparse } from './fit-sparse.ts';
import type { KindExample } from './kind-examples.ts';

const FOLDS = 5;

/** Which part of the questions one belongs to: the forms of one question to the same. */
export const foldOf = (group: string): number =>
  [...group].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 99_991, 7) % FOLDS;

/** For each part of the questions a model that learnt from the others. */
export const kindModelsByFold = (examples: readonly KindExample[]): readonly KindModel[] =>
  Array.from({ length: FOLDS }, (_, fold) =>
    openKindModel(
      learnKinds(
        examples.filter(({ group }) => foldOf(group) !== fold),
        {},
      ),
    ),
  );

/** @param heldOut what is known of questions left out */
export function learnKinds(
  examples: readonly KindExample[],
  heldOut: KindWeights['made']['heldOut'],
): KindWeights {
  const model = fitSparse(examples, LEARNT_KINDS.length);
  const units = (weights: readonly number[]): number[] =>
    weights.map((weight) => Math.round(weight / WEIGHT_UNIT));
  const from: Record<string, number> = {};
  for (const { set } of examples) from[set] = (from[set] ?? 0) + 1;
  return {
    format: KIND_WEIGHTS_FORMAT,
    made: { on: new Date().toISOString().slice(0, 10), from, heldOut },
    kinds: [...LEARNT_KINDS],
    bias: model.bias.map((bias) => Math.round(bias * 100) / 100),
    weights: Object.fromEntries(
      [...model.weights]
        .map(([name, values]) => [name, units(values)] as const)
        .filter(([, values]) => values.some((value) => value !== 0))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
