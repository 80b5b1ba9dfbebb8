import { DECISION_NAMES, decisionRow, type Judge, rate } from '../../src/answer/judge/judge.ts';
import { JUDGE_FEATURES } from '../../src/answer/judge/judge-features.ts';
import type { JudgeJson } from '../../src/answer/judge/load-judge.ts';
import { chanceOf, fitLogistic, logisticScore } from '../../src/learn/fit-logistic.ts';
import { fitRanking } from '../../src/learn/fit-ranking.ts';
import { foldsByGroup } from '../../src/learn/folds.ts';
import { type Spread, spreadsOf, standardiseRow } from '../../src/learn/standardise.ts';
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

/** What was chosen of a question by weights learnt on other documents. */
interface Chosen extends Weighed {
  /** Undefined where nothing was proposed. */
  readonly best: MeasuredCandidate | undefined;
  readonly row: Float64Array;
}

/** The same, and the chance given to it. */
export interface HeldOut extends Chosen {
  readonly chance: number;
}

const FOLDS = 5;
const CHOICE_L2 = 5;
const DECISION_L2 = 10;
const UNANSWERABLE_WEIGHT = 1.5;
/** Says a wrong thing at most this often, of all questions that draw the line. */
const MAX_WRONG = 0.1;

const documentOf = ({ example }: Weighed): string => example.document;

const weightOf = ({ set, example }: Weighed): number =>
  set.weight * (example.golden.type === 'unanswerable' ? UNANSWERABLE_WEIGHT : 1);

const rowsOf = ({ example }: Weighed) =>
  example.candidates.map((item) => ({ item, row: item.row }));

/** Judges each question by what was learnt from the questions on other documents. */
export function judgeHeldOut(sets: readonly WeighedSet[]): HeldOut[] {
  const chosen = chooseHeldOut(sets);
  return foldsByGroup(chosen, documentOf, FOLDS).flatMap(({ taught, judged }) => {
    const decision = learnDecision(taught);
    return judged.map((one) => ({ ...one, chance: chanceFor(one, decision) }));
  });
}

function chooseHeldOut(sets: readonly WeighedSet[]): Chosen[] {
  return foldsByGroup(weighed(sets), documentOf, FOLDS).flatMap(({ taught, judged }) => {
    const choice = learnChoice(taught);
    return judged.map((one) => {
      const rated = rate(rowsOf(one), choice);
      return { ...one, best: rated[0]?.item, row: decisionRow(rated) };
    });
  });
}

const weighed = (sets: readonly WeighedSet[]): Weighed[] =>
  sets.flatMap((set) => set.examples.map((example) => ({ set, example })));

function learnChoice(taught: readonly Weighed[]): Judge['choice'] {
  const spreads = spreadsOf(taught.flatMap((one) => rowsOf(one).map(({ row }) => row)));
  const groups = taught.map((one) => ({
    rows: rowsOf(one).map(({ row }) => standardiseRow(row, spreads)),
    right: one.example.candidates.map(({ isRight }) => isRight),
    weight: weightOf(one),
  }));
  return { weights: fitRanking(groups, JUDGE_FEATURES.length, CHOICE_L2), spreads };
}

function learnDecision(taught: readonly Chosen[]): Judge['decision'] {
  const spreads = spreadsOf(taught.map(({ row }) => row));
  const examples = taught.map((one) => ({
    row: standardiseRow(one.row, spreads),
    isRight: one.best?.isRight === true,
    weight: weightOf(one),
  }));
  return { ...fitLogistic(examples, DECISION_NAMES.length, DECISION_L2), spreads };
}

const chanceFor = ({ best, row }: Chosen, decision: Judge['decision']): number =>
  best ? chanceOf(logisticScore(standardiseRow(row, decision.spreads), decision)) : 0;

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

const featuresJson = (
  names: readonly string[],
  weights: Float64Array,
  spreads: readonly Spread[],
): JudgeJson['choice'] =>
  Object.fromEntries(
    names.map((name, at) => [
      name,
      {
        mean: rounded(spreads[at]?.mean ?? 0),
        deviation: rounded(spreads[at]?.deviation ?? 1),
        weight: rounded(weights[at] ?? 0),
      },
    ]),
  );

/** What the judge is made of when all questions teach it; decisions learn from choices that were held out. */
export function judgeJson(
  sets: readonly WeighedSet[],
  judged: readonly HeldOut[],
  { made, caution, heldOut }: Pick<JudgeJson, 'made' | 'caution' | 'heldOut'>,
): JudgeJson {
  const choice = learnChoice(weighed(sets));
  const decision = learnDecision(judged);
  const names = JUDGE_FEATURES.map(({ name }) => name);
  return {
    made,
    sets: sets.map(({ name }) => name),
    heldOut,
    caution: rounded(caution),
    choice: featuresJson(names, choice.weights, choice.spreads),
    decision: {
      bias: rounded(decision.bias),
      features: featuresJson(DECISION_NAMES, decision.weights, decision.spreads),
    },
  };
}
