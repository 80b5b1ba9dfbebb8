import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { LEARNT_KINDS, type LearntKind } from '../../src/understand/kind-model.ts';

const itemSchema = z.object({
  id: z.string(),
  type: z.string(),
  question: z.string().optional(),
  turns: z.array(z.string()).optional(),
});

export interface KindExample {
  /** Equal for the forms of one question, which are never taught and judged at once. */
  readonly group: string;
  readonly set: string;
  readonly question: string;
  /** Null where nobody says: then only that it is no small talk is known. */
  readonly kind: LearntKind | null;
}

const KIND_OF_TYPE: Readonly<Record<string, LearntKind>> = {
  ...Object.fromEntries(LEARNT_KINDS.map((kind) => [kind, kind])),
  table: 'number',
};

/** What people say before a question; it makes none small talk. */
const COURTESIES = ['你好，', '谢谢，', '好的，', '请问一下，', '帮我看看，', '哈哈好，那'];

/** The questions of a golden set; every third of those to the documents once more after a courtesy. */
export function kindExamples(file: string): KindExample[] {
  const set = basename(file, '.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line, at) => {
    const item = itemSchema.parse(JSON.parse(line));
    if (item.type === 'adversarial') return [];
    const group = `${set}:${item.id}`;
    // A later turn alone is no question: whether it is small talk, the turns before it say.
    const question = item.question ?? item.turns?.[0] ?? '';
    const kind = item.turns ? null : (KIND_OF_TYPE[item.type] ?? null);
    const example: KindExample = { group, set, question, kind };
    const courtesy = COURTESIES[(at / 3) % COURTESIES.length];
    return kind === 'guide' || courtesy === undefined
      ? [example]
      : [example, { ...example, question: courtesy + question }];
  });
}
