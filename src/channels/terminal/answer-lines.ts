import type { App, AskOptions } from '../../app.ts';
import type { Answer } from '../../model.ts';
import { answerToJson } from '../answer-json.ts';
import { WRONG_USAGE } from './exit-status.ts';
import type { Failure } from './failure.ts';
import { parseQuestionLine } from './question-line.ts';

export interface AnswerLinesOptions {
  /** For every question; what a line says itself wins. */
  readonly options: Omit<AskOptions, 'turns'>;
  /** Takes one line, line feed included, and waits while the reader is slower. */
  readonly send: (line: string) => Promise<void>;
  /** Hears of a question that could not be answered, and words the failure for the person. */
  readonly explain: (error: unknown) => Failure;
}

function rejected(question: string, why: string): Answer {
  return {
    question,
    outcome: 'rejected',
    kind: 'none',
    answer: why,
    claims: [],
    citations: [],
    passages: [],
    timings: { retrieveMs: 0, totalMs: 0 },
    notes: [],
  };
}

/**
 * One answer a line, in the order of the questions. A line that cannot be read or answered gets a line that
 * says so, and the rest goes on; blank lines ask nothing. Returns how many questions failed through
 * no fault of their own.
 */
export async function answerLines(
  app: App,
  lines: AsyncIterable<string>,
  { options, send, explain }: AnswerLinesOptions,
): Promise<number> {
  let failed = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const asked = parseQuestionLine(line);
    let answer: Answer;
    if ('problem' in asked) {
      answer = rejected(asked.question, asked.problem);
    } else {
      try {
        answer = await app.ask(asked.question, { ...options, ...asked.options });
      } catch (error) {
        const { message, status } = explain(error);
        if (status !== WRONG_USAGE) failed += 1;
        answer = rejected(asked.question, message);
      }
    }
    await send(`${JSON.stringify(answerToJson(answer, asked.id))}\n`);
  }
  return failed;
}
