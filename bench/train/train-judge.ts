import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgeJson } from '../../src/answer/judge/load-judge.ts';
import { calibrationError, rankingQuality, reliabilityTable } from '../../src/learn/reliability.ts';
import { type ChangedQuestion, changedQuestions } from './changed-questions.ts';
import type { QuestionSet } from './corpora.ts';
import { exampleOf, type JudgeExample } from './judge-examples.ts';
import {
  calibrated,
  calibrationOf,
  figuresOf,
  type HeldOut,
  judgeHeldOut,
  judgeJson,
  lineFor,
  type WeighedSet,
} from './judge-learning.ts';
import type { LearntElsewhere } from './learnt-elsewhere.ts';

const WEIGHTS_FILE = join(import.meta.dirname, '../../src/answer/judge/weights.json');

/** Texts of many kinds teach more than many questions on a few; the line is drawn on those alone. */
const SETS: readonly (readonly [names: RegExp, weight: number, drawsLine: boolean])[] = [
  [/plans|policies/u, 3, true],
  [/training/u, 1, false],
  [/./u, 3, false],
];
const CHANGED_WEIGHT = 0.5;

async function measure(set: QuestionSet, learntElsewhere: LearntElsewhere): Promise<WeighedSet[]> {
  const { name, context, documentIdOf } = set;
  const [, weight = 1, drawsLine = false] = SETS.find(([names]) => names.test(name)) ?? [];
  const asked = set.questions.filter(({ expect }) => expect === undefined);
  const measured = async (some: readonly ChangedQuestion[]): Promise<JudgeExample[]> => {
    const examples: JudgeExample[] = [];
    for (const { golden, origin } of some) {
      const learnt = learntElsewhere(origin, set);
      const example = await exampleOf(golden, { ...context, learnt }, documentIdOf);
      if (example) examples.push(example);
    }
    return examples;
  };
  return [
    {
      name,
      weight,
      drawsLine,
      examples: await measured(asked.map((golden) => ({ golden, origin: golden }))),
    },
    {
      name: `${name} changed`,
      weight: weight * CHANGED_WEIGHT,
      drawsLine: false,
      examples: await measured(changedQuestions(asked)),
    },
  ];
}

/** Items without a wording teach what to find; whether an answer is right they cannot tell. */
const tells = ({ example: { golden } }: HeldOut): boolean =>
  golden.must_contain.length > 0 || golden.type === 'unanswerable';

const rounded = (value: number): number => Number(value.toFixed(3));

function row(judged: readonly HeldOut[], line: number): Record<string, number> {
  const { count, ...shares } = figuresOf(judged, line);
  const scored = judged.map(({ chance, best }) => ({
    score: chance,
    isRight: best?.isRight === true,
  }));
  return {
    count,
    ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, rounded(share)])),
    always: rounded(figuresOf(judged, 0).right),
    auroc: rounded(rankingQuality(scored)),
  };
}

function report(judged: readonly HeldOut[], line: number): void {
  const unseen = judged.filter(({ set }) => set.drawsLine);
  const table = (nameOf: (one: HeldOut) => string, some: readonly HeldOut[]) =>
    Object.fromEntries(
      [...new Set(some.map(nameOf))].map((name) => [
        name,
        row(
          some.filter((one) => nameOf(one) === name),
          line,
        ),
      ]),
    );
  console.table({ ...table(({ set }) => set.name, judged), unseen: row(unseen, line) });
  console.table(table(({ example }) => example.golden.type, unseen));
  const forecasts = unseen.map(({ chance, best }) => ({ chance, isRight: best?.isRight === true }));
  console.table(reliabilityTable(forecasts));
  console.log('expected calibration error', rounded(calibrationError(forecasts)));
}

/** A tree a line, so that a new making can be compared with the last. */
function textOf({ trees, choice, ...rest }: JudgeJson): string {
  const lines = (some: JudgeJson['trees']): string =>
    `[\n${some.map((tree) => JSON.stringify(tree)).join(',\n')}\n ]`;
  const head = JSON.stringify(rest, null, 1).slice(0, -2);
  return `${head},\n "trees": ${lines(trees)},\n "choice": ${lines(choice)}\n}\n`;
}

/**
 * Learns which candidate is the likeliest and whether it answers. Prints figures of questions on documents that were
 * left out, by set and by type, and how far the chances can be believed.
 */
export async function trainJudge(
  sets: readonly QuestionSet[],
  learntElsewhere: LearntElsewhere,
): Promise<void> {
  const measured: WeighedSet[] = [];
  for (const set of sets.filter(({ mayTeach }) => mayTeach))
    measured.push(...(await measure(set, learntElsewhere)));
  learnJudge(measured);
}

/** The same from what was measured. */
export function learnJudge(measured: readonly WeighedSet[]): void {
  const raw = judgeHeldOut(measured).filter(tells);
  const calibration = calibrationOf(raw);
  const judged = calibrated(raw, calibration);
  const line = lineFor(judged);
  report(judged, line);
  const { right, helped, wrong, refused } = figuresOf(
    judged.filter(({ set }) => set.drawsLine),
    line,
  );
  const json = judgeJson(measured, calibration, {
    made: new Date().toISOString().slice(0, 10),
    caution: line,
    heldOut: { right, helped, wrong, refused },
  });
  writeFileSync(WEIGHTS_FILE, textOf(json));
}
