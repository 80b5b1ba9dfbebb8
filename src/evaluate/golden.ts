import { z } from 'zod';
import { YoujuError } from '../errors.ts';

const goldenSchema = z
  .object({
    id: z.string(),
    question: z.string().optional(),
    turns: z.array(z.string()).min(1).optional(),
    type: z.string(),
    /** The sort of a question that is none to the documents: greeting, help, documents … */
    kind: z.string().nullish(),
    /** Names of seeds as the question set knows them, with or without `.txt`. */
    docs: z.array(z.string()).default([]),
    evidence: z.array(z.string()).default([]),
    chapter: z.string().nullish(),
    answer: z.string().default(''),
    must_contain: z.array(z.string()).default([]),
    must_not_contain: z.array(z.string()).default([]),
    /** What an abuse input must lead to; such inputs are judged by tests, not scored. */
    expect: z.string().optional(),
  })
  .refine(
    (golden) => golden.question !== undefined || golden.turns !== undefined,
    'question or turns',
  );

export type Golden = z.infer<typeof goldenSchema>;

/** Reads a golden set; refuses it by line, so that no question is lost unnoticed. */
export function parseGolden(jsonl: string, file: string): Golden[] {
  return jsonl.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [goldenSchema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new YoujuError(
        'INPUT_INVALID',
        `问题集 ${file} 第 ${at + 1} 行不是有效的题目，请修改后再试。`,
        { cause },
      );
    }
  });
}
