import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnswerContext, understandingOf } from '../../src/answer/answer-question.ts';
import { type Golden, parseGolden } from '../../src/evaluate/golden.ts';
import { kindFeatures } from '../../src/understand/kind-features.ts';
import { LEARNT_KINDS, type LearntKind } from '../../src/understand/kind-model.ts';
import type { Query } from '../../src/understand/query.ts';
import { understand } from '../../src/understand/understand.ts';
import { GOLDEN, type QuestionSet } from './corpora.ts';
import type { SparseExample } from './fit-sparse.ts';

export interface KindExample extends SparseExample {
  /** Equal for the forms of one question, which are never taught and judged at once. */
  readonly group: string;
  readonly set: string;
  readonly query: Query;
}

/** What is said to the assistant and asks nothing of documents; the same beside whatever documents. */
const SMALL_TALK = ['guide-more.jsonl', 'training/guide.jsonl'];

const KIND_OF_TYPE: Readonly<Record<string, LearntKind>> = {
  ...Object.fromEntries(LEARNT_KINDS.map((kind) => [kind, kind])),
  table: 'number',
};

/** What people say before a question; it makes none small talk. */
const COURTESIES = ['你好，', '谢谢，', '好的，', '请问一下，', '帮我看看，', '哈哈好，那'];

/** A question taken for small talk is worse than small talk taken for a question. */
const QUESTION_WEIGHT = 2;

/** The questions of sets that may teach, and small talk beside each corpus they are about. */
export function kindExamples(sets: readonly QuestionSet[]): KindExample[] {
  const teaching = sets.filter(({ mayTeach }) => mayTeach);
  const contexts = [...new Set(teaching.map(({ context }) => context))];
  const talk = SMALL_TALK.map((name) => ({
    name,
    questions: parseGolden(readFileSync(join(GOLDEN, name), 'utf8'), name),
  }));
  return [
    ...teaching.flatMap((set) => examplesOf(set, set.context)),
    ...contexts.flatMap((context) => talk.flatMap((set) => examplesOf(set, context))),
  ];
}

/** Of one question its group, by which it is left out. */
export const groupOf = (set: string, { id }: Golden): string => `${set}:${id}`;

/** Every third question to the documents comes once more after a courtesy. */
function examplesOf(
  { name, questions }: Pick<QuestionSet, 'name' | 'questions'>,
  context: AnswerContext,
): KindExample[] {
  return questions.flatMap((golden, at) => {
    if (golden.type === 'adversarial') return [];
    // A later turn alone is no question: whether it is small talk, the turns before it say.
    const question = golden.question ?? golden.turns?.[0] ?? '';
    const kind = golden.turns ? null : (KIND_OF_TYPE[golden.type] ?? null);
    const courtesy = COURTESIES[(at / 3) % COURTESIES.length];
    const forms =
      kind === 'guide' || courtesy === undefined ? [question] : [question, courtesy + question];
    return forms.map((form): KindExample => {
      const query = understand(form, understandingOf(context));
      return {
        group: groupOf(name, golden),
        set: name,
        query,
        features: kindFeatures(query),
        labels: LEARNT_KINDS.map((one) =>
          one === 'guide'
            ? kind === 'guide'
            : kind === null || kind === 'guide'
              ? null
              : one === kind,
        ),
        weights: LEARNT_KINDS.map((one) =>
          one === 'guide' && kind !== 'guide' ? QUESTION_WEIGHT : 1,
        ),
      };
    });
  });
}
