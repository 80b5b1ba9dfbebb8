import { byChoice, chanceIn, DECIDING_FEATURES, standingIn } from '../../src/answer/judge/judge.ts';
import { JUDGE_FEATURES } from '../../src/answer/judge/judge-features.ts';
import type { JudgeJson } from '../../src/answer/judge/load-judge.ts';
import { chanceOf, fitLogistic } from '../../src/learn/fit-logistic.ts';
import { fitChoice, fitTrees, type TreeOptions } from '../../src/learn/fit-trees.ts';
import { foldsByGroup } from '../../src/learn/folds.ts';
import { type Forest, stretched, type Tree } from '../../src/learn/trees.ts';
import type { JudgeExample, MeasuredCandidate } from './judge-examples.ts';

/** A question set, and how much each of its questions counts. */
export interface WeighedSet {
  readonly name: string;
  readonly weight: number;
  /** Whether the line between answering and not is drawn on it. */
  readonly drawsLine: boolean;
  readonly examples: readonly JudgeExample[];
}

interface Weighed {
  readonly set: WeighedSet;
  readonly example: JudgeExample;
}

/** What was chosen of a question by what was learnt on other documents. */
export interface HeldOut extends Weighed {
  /** Undefined where nothing was proposed. */
  readonly best: MeasuredCandidate | undefined;
  readonly chance: number;
}

const FOLDS = 5;
const TREES: TreeOptions = {
  trees: 200,
  leaves: 12,
  rate: 0.06,
  leastExamples: 20,
  l2: 5,
  featureShare: 0.15,
  rowShare: 0.6,
  forests: 1,
};
/** To choose, features must be weighed against each other. */
const CHOICE_TREES: TreeOptions = { ...TREES, featureShare: 0.25 };
const UNANSWERABLE_WEIGHT = 1.5;
/** Keeps the pull of a question that was answered in many ways as great as that of others. */
const QUESTION_WEIGHT = 10;
/** Only the chance of what is chosen decides anything: it teaches more than all that might have been. */
const CHOSEN_SHARE = 0.7;
/** Says a wrong thing at most this often, of all questions that draw the line. */
const MAX_WRONG = 0.1;

const documentOf = ({ example }: Weighed): string => example.document;

const weightOf = ({ set, example }: Weighed): number =>
  set.weight * (example.golden.type === 'unanswerable' ? UNANSWERABLE_WEIGHT : 1);

const weighed = (sets: readonly WeighedSet[]): Weighed[] =>
  sets.flatMap((set) => set.examples.map((example) => ({ set, example })));

/** A question seen as it stands in a choice that was learnt on other documents. */
interface Standing extends Weighed {
  /** For each candidate what its chance is told from. */
  readonly rows: readonly Float64Array[];
}

/**
 * The choice has by heart what it learnt from: how sure it looks there tells nothing of how sure it may be elsewhere.
 */
const standingElsewhere = (all: readonly Weighed[]): Standing[] =>
  foldsByGroup(all, documentOf, FOLDS).flatMap(({ taught, judged }) => {
    const choice = learnChoice(taught);
    return judged.map((one) => ({ ...one, rows: standingIn(ownRows(one), choice) }));
  });

const ownRows = ({ example }: Weighed): Float64Array[] => example.candidates.map(({ row }) => row);

/** Judges each question by what was learnt from the questions on other documents. */
export const judgeHeldOut = (sets: readonly WeighedSet[]): HeldOut[] =>
  foldsByGroup(standingElsewhere(weighed(sets)), documentOf, FOLDS).flatMap(
    ({ taught, judged }) => {
      const forest = learnChance(taught);
      return judged.map(({ rows, ...one }) => {
        const [first = -1] = byChoice(rows);
        const row = rows[first];
        return {
          ...one,
          best: one.example.candidates[first],
          chance: row ? chanceIn(row, forest) : 0,
        };
      });
    },
  );

/** How far chances are drawn out and moved, in log odds, so that they mean what they say (Platt 1999). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const oddsOf = (chance: number): number => Math.log(chance / (1 - chance));

const isBetween = (chance: number): boolean => chance > 0 && chance < 1;

/** Learnt of what was chosen on documents left out. */
export function calibrationOf(judged: readonly HeldOut[]): Calibration {
  const examples = judged
    .filter(({ set, chance }) => set.drawsLine && isBetween(chance))
    .map(({ chance, best }) => ({
      row: Float64Array.of(oddsOf(chance)),
      isRight: best?.isRight === true,
    }));
  const { weights, bias } = fitLogistic(examples, 1, 1e-3);
  return { slope: weights[0] ?? 1, offset: bias };
}

/** Chances as they are once calibrated; 0 stays where nothing was proposed. */
export const calibrated = (judged: readonly HeldOut[], { slope, offset }: Calibration): HeldOut[] =>
  judged.map((one) => ({
    ...one,
    chance: isBetween(one.chance) ? chanceOf(slope * oddsOf(one.chance) + offset) : one.chance,
  }));

const learnChoice = (taught: readonly Weighed[]): Forest =>
  fitChoice(
    taught.map((one) => ({
      rows: ownRows(one),
      isRight: one.example.candidates.map(({ isRight }) => isRight),
      weight: weightOf(one),
    })),
    JUDGE_FEATURES.length,
    CHOICE_TREES,
  );

function learnChance(taught: readonly Standing[]): Forest {
  const examples = taught.flatMap((one) => {
    const { candidates } = one.example;
    const whole = weightOf(one) * QUESTION_WEIGHT;
    const [chosen] = byChoice(one.rows);
    const others = Math.max(1, candidates.length - 1);
    return candidates.map(({ isRight }, at) => ({
      row: one.rows[at] ?? new Float64Array(),
      isRight,
      weight: at === chosen ? whole * CHOSEN_SHARE : (whole * (1 - CHOSEN_SHARE)) / others,
    }));
  });
  return fitTrees(examples, DECIDING_FEATURES.length, TREES);
}

/** The least chance at which answers are given, so that few enough of them are wrong. */
export function lineFor(judged: readonly HeldOut[]): number {
  const drawing = judged.filter(({ set }) => set.drawsLine);
  const most = MAX_WRONG * drawing.length;
  let wrong = 0;
  let line = 1;
  for (const { chance, best } of drawing.toSorted((a, b) => b.chance - a.chance)) {
    if (best?.isRight !== true) wrong += 1;
    if (wrong > most) break;
    line = chance;
  }
  return line;
}

export interface JudgeFigures {
  readonly count: number;
  readonly right: number;
  readonly helped: number;
  readonly wrong: number;
  readonly refused: number;
  /** Right were the best of all candidates always chosen, and always given. */
  readonly possible: number;
}

/** Shares of what was judged; right, helped and possible of the answerable, refused of the others. */
export function figuresOf(judged: readonly HeldOut[], line: number): JudgeFigures {
  const isUnanswerable = ({ example }: HeldOut): boolean => example.golden.type === 'unanswerable';
  const answerable = judged.filter((one) => !isUnanswerable(one));
  const isAnswered = ({ chance }: HeldOut): boolean => chance >= line;
  const isRight = (one: HeldOut): boolean => isAnswered(one) && one.best?.isRight === true;
  const share = (some: readonly HeldOut[], holds: (one: HeldOut) => boolean): number =>
    some.filter(holds).length / Math.max(1, some.length);
  return {
    count: judged.length,
    right: share(answerable, isRight),
    helped: share(answerable, (one) => isRight(one) || (!isAnswered(one) && one.example.isNear)),
    wrong: share(judged, (one) => isAnswered(one) && one.best?.isRight !== true),
    refused: share(judged.filter(isUnanswerable), (one) => !isAnswered(one)),
    possible: share(answerable, ({ example }) => example.candidates.some(({ isRight }) => isRight)),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(5));

const roundedTree = (tree: Tree): Tree =>
  typeof tree === 'number'
    ? rounded(tree)
    : [tree[0], rounded(tree[1]), roundedTree(tree[2]), roundedTree(tree[3])];

/** What the judge is made of when all questions teach it. */
export function judgeJson(
  sets: readonly WeighedSet[],
  calibration: Calibration,
  { made, caution, heldOut }: Pick<JudgeJson, 'made' | 'caution' | 'heldOut'>,
): JudgeJson {
  const all = weighed(sets);
  const { bias, trees } = stretched(learnChance(standingElsewhere(all)), calibration);
  return {
    made,
    sets: sets.map(({ name }) => name),
    heldOut,
    caution: rounded(caution),
    features: DECIDING_FEATURES.map(({ name }) => name),
    bias: rounded(bias),
    trees: trees.map(roundedTree),
    choice: learnChoice(all).trees.map(roundedTree),
  };
}
