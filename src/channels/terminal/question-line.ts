import { z } from 'zod';
import type { AskOptions } from '../../app.ts';
import type { AnswerId } from '../answer-json.ts';

const idSchema = z.union([z.string(), z.number()]);

const commonShape = { id: idSchema, conversation: z.string().optional() };

const lineSchema = z.union([
  z.object({ ...commonShape, turns: z.array(z.string()).min(1) }),
  z.object({ ...commonShape, question: z.string() }),
]);

/** Reads what can be read of a line that is otherwise wrong. */
const remainsSchema = z.object({
  id: idSchema.nullable().catch(null),
  question: z.string().catch(''),
});

export interface AskedQuestion {
  readonly id: AnswerId;
  readonly question: string;
  readonly options: Pick<AskOptions, 'turns' | 'conversation'>;
}

export interface MalformedLine {
  readonly id: AnswerId;
  readonly question: string;
  /** What is wrong, for the person. */
  readonly problem: string;
}

const EXPECTED = '每行应是 {"id","question"} 或 {"id","turns":[…]}';

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One line of `ask --jsonl`. */
export function parseQuestionLine(line: string): AskedQuestion | MalformedLine {
  const json = parseJson(line);
  if (json === undefined) {
    return { id: null, question: '', problem: `这一行不是 JSON。${EXPECTED}。` };
  }
  const asked = lineSchema.safeParse(json);
  if (!asked.success) {
    const { data } = remainsSchema.safeParse(json);
    return { id: null, question: '', ...data, problem: `这一行缺少字段或类型不对。${EXPECTED}。` };
  }
  const { id, conversation } = asked.data;
  const turns = 'question' in asked.data ? [asked.data.question] : asked.data.turns;
  return {
    id,
    question: turns.at(-1) ?? '',
    options: { turns: turns.slice(0, -1), ...(conversation !== undefined && { conversation }) },
  };
}
