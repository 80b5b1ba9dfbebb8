import type { AnswerContext } from '../../../src/answer/answer-question.ts';
import { converse } from '../../../src/conversation/converse.ts';
import type { Golden } from '../../../src/evaluate/golden.ts';
import { has } from '../../../src/evaluate/matching.ts';
import type { Answer } from '../../../src/model.ts';
import { honestModel, type Sayings } from '../../fakes/openai/honest-model.ts';
import { createFakeChat, modelOf, type WordingData } from './fake-chat.ts';

/** A question answered by an honest model, and without one. */
export interface Played {
  readonly golden: Golden;
  readonly offline: Answer;
  readonly answer: Answer;
  /** Sentences that are stored, and those of them whose quotations stand in the evidence. */
  readonly stored: number;
  readonly told: number;
}

/** Asks one question of the documents, with a model that says what is stored as far as its evidence holds it. */
export async function playHonest(
  golden: Golden,
  sayings: Sayings,
  context: AnswerContext,
): Promise<Played> {
  const turns = golden.turns ?? [golden.question ?? ''];
  const question = turns.at(-1) ?? '';
  const options = { turns: turns.slice(0, -1) };
  const model = honestModel(new Map([[question, sayings]]));
  let told = 0;
  const chat = createFakeChat((data, request) => {
    const said = model({ messages: [...request.messages] });
    if (!data.failed) told = (JSON.parse(said) as { claims: WordingData[] }).claims.length;
    return said;
  }, 500);
  const clocked = { ...context, nowMs: () => performance.now() };
  const { answer: offline } = await converse(question, clocked, options);
  const read = { ...clocked, model: await modelOf(chat) };
  const { answer } = await converse(question, read, options);
  return { golden, offline, answer, stored: sayings.length, told };
}

/** Whether an answer says what was asked; undefined where the set does not tell by what words. */
export function isRight({ must_contain, must_not_contain }: Golden, answer: Answer) {
  if (must_contain.length === 0) return undefined;
  return (
    answer.outcome === 'answered' &&
    must_contain.every((words) => has(answer.answer, words)) &&
    must_not_contain.every((words) => !has(answer.answer, words))
  );
}
