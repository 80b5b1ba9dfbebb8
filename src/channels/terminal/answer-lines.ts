import type { App, AskOptions } from '../../app.ts';
import type { Answer } from '../../model.ts';
import { answerToJson } from './json-answer.ts';
import { parseQuestionLine } from './question-line.ts';

export interface AnswerLinesOptions {
  /** Only these documents; all where left out. */
  readonly documentIds?: readonly string[];
  /** Takes one line, line feed included, and waits while the reader is slower. */
  readonly send: (line: string) => Promise<void>;
  /** Hears of a question that failed unforeseen, and words the failure for the person. */
  readonly explain: (error: unknown) => string;
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
 * says so, and the rest goes on; blank lines ask nothing. Returns how many questions failed unforeseen.
 */
export async function answerLines(
  app: App,
  lines: AsyncIterable<string>,
  { documentIds, send, explain }: AnswerLinesOptions,
): Promise<number> {
  const scope: AskOptions = documentIds === undefined ? {} : { documentIds };
  let failed = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const asked = parseQuestionLine(line);
    let answer: Answer;
    if ('problem' in asked) {
      answer = rejected(asked.question, asked.problem);
    } else {
      try {
        answer = await app.ask(asked.question, { ...scope, turns: asked.turns });
      } catch (error) {
        failed += 1;
        answer = rejected(asked.question, explain(error));
      }
    }
    await send(`${JSON.stringify(answerToJson(answer, asked.id))}\n`);
  }
  return failed;
}
