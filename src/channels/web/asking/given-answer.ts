import type { Request } from 'express';
import type { Answer } from '../../../model.ts';
import { textParameter } from '../query-parameters.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site.ts';
import { type Asked, askOptions, readAsked } from './asked.ts';

export interface GivenAnswer {
  readonly asked: Asked;
  readonly answer: Answer;
}

/** The answer that a form means: the one that was read, where it is still known; else what the same question has now. */
export async function givenAnswer(
  { app, recent }: Pick<Site, 'app' | 'recent'>,
  request: Request,
): Promise<GivenAnswer> {
  const body: unknown = request.body;
  const fields: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  const known = recent.find(textParameter(fields.answer) ?? '');
  if (known) return known;
  const asked = readAsked(fields);
  if (asked === undefined) throw new Refusal(400, '没有这个答案', '请回到答案再试一次。');
  return { asked, answer: await app.ask(asked.question, askOptions(asked)) };
}
