import type { JudgeJson } from '../../answer/judge/judge.ts';
import { JUDGE_FEATURES } from '../../answer/judge/judge-features.ts';
import { fitPlatt, type Platt, plattChance } from '../../learn/calibrate.ts';
import { fitLogistic, type LogisticModel, logisticScore } from '../../learn/fit-logistic.ts';
import { foldsByGroup } from '../../learn/folds.ts';
import { type Spread, spreadsOf, standardiseRow } from '../../learn/standardise.ts';
import type { JudgeExample, MeasuredCandidate } from './judge-examples.ts';

/** A question set, and how much each of its questions counts. */
export interface WeighedSet {
  readonly name: string;
  readonly weight: number;
  /** Whether the line between answering and not is drawn on it. */
  readonly drawsLine: boolean;
  readonly examples: readonly JudgeExample[];
}

/** What the judge does with a question of a document it did not learn from. */
export interface HeldOut {
  readonly set: string;
  readonly example: JudgeExample;
  /** The likeliest candidate; undefined where nothing was proposed. */
  readonly best: MeasuredCandidate | undefined;
  readonly score: number;
  readonly weight: number;
  readonly drawsLine: boolean;
}

const FOLDS = 10;
const L2 = 20;
const UNANSWERABLE_WEIGHT = 1.5;
/** Says a wrong thing at most this often, of all questions that draw the line. */
const MAX_WRONG = 0.1;

interface Fitted {
  readonly model: LogisticModel;
  readonly spreads: readonly Spread[];
}

interface Weighed {
  readonly set: WeighedSet;
  readonly example: JudgeExample;
}

/** Each question judged by what was learnt from the questions on other documents. */
export function judgeHeldOut(sets: readonly WeighedSet[]): HeldOut[] {
  const all = sets.flatMap((set) => set.examples.map((example) => ({ set, example })));
  return foldsByGroup(all, ({ example }) => example.document, FOLDS).flatMap(
    ({ taught, judged }) => {
      const fitted = learn(taught);
      return judged.map(({ set, example }) => ({
        set: set.name,
        example,
        weight: weightOf({ set, example }),
        drawsLine: set.drawsLine,
        ...likeliest(example, fitted),
      }));
    },
  );
}

const weightOf = ({ set, example }: Weighed): number =>
  set.weight * (example.golden.type === 'unanswerable' ? UNANSWERABLE_WEIGHT : 1);

function learn(taught: readonly Weighed[]): Fitted {
  const rows = taught.flatMap(({ example }) => example.candidates.map(({ row }) => row));
  const spreads = spreadsOf(rows);
  const examples = taught.flatMap((one) =>
    one.example.candidates.map(({ row, isRight }) => ({
      row: standardiseRow(row, spreads),
      isRight,
      weight: weightOf(one),
    })),
  );
  return { model: fitLogistic(examples, JUDGE_FEATURES.length, L2), spreads };
}

function likeliest(
  { candidates }: JudgeExample,
  { model, spreads }: Fitted,
): Pick<HeldOut, 'best' | 'score'> {
  const scored = candidates
    .map((candidate) => ({
      best: candidate,
      score: logisticScore(standardiseRow(candidate.row, spreads), model),
    }))
    .sort((a, b) => b.score - a.score);
  return scored[0] ?? { best: undefined, score: Number.NEGATIVE_INFINITY };
}

/** Chances that mean what they say, from what was judged held out. */
export const calibrate = (judged: readonly HeldOut[]): Platt =>
  fitPlatt(
    judged.flatMap(({ best, score, weight }) =>
      best ? [{ score, isRight: best.isRight, weight }] : [],
    ),
  );

/** The least chance at which answers are given, so that few enough of them are wrong. */
export function lineFor(judged: readonly HeldOut[], calibration: Platt): number {
  const chances = judged
    .filter(({ drawsLine, best }) => drawsLine && best)
    .map(({ best, score }) => ({
      chance: plattChance(score, calibration),
      isRight: best?.isRight === true,
    }))
    .sort((a, b) => b.chance - a.chance);
  const most = MAX_WRONG * judged.filter(({ drawsLine }) => drawsLine).length;
  let wrong = 0;
  let line = 1;
  for (const { chance, isRight } of chances) {
    if (!isRight) wrong += 1;
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
  /** Right were the best of the candidates always chosen and always given. */
  readonly possible: number;
}

/** Shares of what was judged; right, helped and possible of the answerable, refused of the others. */
export function figuresOf(
  judged: readonly HeldOut[],
  isAnswered: (one: HeldOut) => boolean,
): JudgeFigures {
  const answerable = judged.filter(({ example }) => example.golden.type !== 'unanswerable');
  const others = judged.filter(({ example }) => example.golden.type === 'unanswerable');
  const isRight = (one: HeldOut): boolean => isAnswered(one) && one.best?.isRight === true;
  const share = (some: readonly HeldOut[], holds: (one: HeldOut) => boolean): number =>
    some.filter(holds).length / Math.max(1, some.length);
  return {
    count: judged.length,
    right: share(answerable, isRight),
    helped: share(answerable, (one) => isRight(one) || (!isAnswered(one) && one.example.isNear)),
    wrong: share(judged, (one) => isAnswered(one) && one.best?.isRight !== true),
    refused: share(others, (one) => !isAnswered(one)),
    possible: share(answerable, ({ example }) => example.candidates.some(({ isRight }) => isRight)),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(5));

/** What the judge is made of when all questions teach it. */
export function judgeJson(
  sets: readonly WeighedSet[],
  made: string,
  { calibration, caution, heldOut }: Pick<JudgeJson, 'calibration' | 'caution' | 'heldOut'>,
): JudgeJson {
  const all = sets.flatMap((set) => set.examples.map((example) => ({ set, example })));
  const { model, spreads } = learn(all);
  return {
    made,
    sets: sets.map(({ name }) => name),
    heldOut,
    caution: rounded(caution),
    calibration: { slope: rounded(calibration.slope), offset: rounded(calibration.offset) },
    bias: rounded(model.bias),
    features: Object.fromEntries(
      JUDGE_FEATURES.map(({ name }, at) => [
        name,
        {
          mean: rounded(spreads[at]?.mean ?? 0),
          deviation: rounded(spreads[at]?.deviation ?? 1),
          weight: rounded(model.weights[at] ?? 0),
        },
      ]),
    ),
  };
}
