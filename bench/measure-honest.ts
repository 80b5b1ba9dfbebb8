import type { AnswerContext } from '../src/answer/answer-question.ts';
import type { Golden } from '../src/evaluate/golden.ts';
import { isRight, type Played, playHonest } from '../tests/answer/wording/play-honest.ts';
import type { HonestWording, StoredAnswer } from '../tests/fakes/openai/honest-model.ts';
import { type LieFigures, measureLies } from './measure-lies.ts';

/** What an honest model makes of a set of questions; shares are 0 to 1, NaN where nothing was counted. */
export interface HonestFigures {
  readonly set: string;
  readonly wording: HonestWording;
  readonly questions: number;
  readonly right: number;
  readonly rightOffline: number;
  /** Of questions the documents do not answer. */
  readonly refused: number;
  /** Of what is stored, what the evidence held. */
  readonly inEvidence: number;
  /** Of what was told, what was shown at once, and after it was given back. */
  readonly shownAtFirst: number;
  readonly shown: number;
  readonly tokens: number;
  readonly seconds: number;
  /** Made of the stored sentences. */
  readonly lies: LieFigures;
}

interface HonestSet {
  readonly name: string;
  readonly questions: readonly Golden[];
  readonly context: AnswerContext;
}

export async function measureHonest(
  { name, questions, context }: HonestSet,
  stored: readonly StoredAnswer[],
  wording: HonestWording,
): Promise<HonestFigures> {
  const played: Played[] = [];
  for (const { id, [wording]: sayings } of stored) {
    const golden = questions.find((one) => one.id === id);
    if (golden) played.push(await playHonest(golden, sayings, context));
  }
  const sayings = stored.flatMap((one) => one[wording]);
  return { ...figuresOf(played, name, wording), lies: measureLies(sayings, context) };
}

function figuresOf(
  played: readonly Played[],
  set: string,
  wording: HonestWording,
): Omit<HonestFigures, 'lies'> {
  const answerable = played.filter(({ golden }) => golden.type !== 'unanswerable');
  const others = played.filter(({ golden }) => golden.type === 'unanswerable');
  const told = sumOf(answerable.map((one) => one.told));
  const proven = sumOf(answerable.map(({ answer }) => answer.wording?.proven ?? 0));
  const repaired = sumOf(answerable.map(({ answer }) => answer.wording?.repaired ?? 0));
  return {
    set,
    wording,
    questions: played.length,
    right: share(answerable.flatMap(({ golden, answer }) => isRight(golden, answer) ?? [])),
    rightOffline: share(
      answerable.flatMap(({ golden, offline }) => isRight(golden, offline) ?? []),
    ),
    refused: share(others.map(({ answer }) => answer.outcome !== 'answered')),
    inEvidence: told / sumOf(answerable.map((one) => one.stored)),
    shownAtFirst: (proven - repaired) / told,
    shown: proven / told,
    tokens: meanOf(played.map(({ answer }) => tokensOf(answer.wording))),
    seconds: meanOf(played.map(({ answer }) => answer.timings.totalMs / 1000)),
  };
}

const tokensOf = (wording: Played['answer']['wording']): number =>
  (wording?.promptTokens ?? 0) + (wording?.completionTokens ?? 0);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;
const share = (values: readonly boolean[]): number => meanOf(values.map(Number));
