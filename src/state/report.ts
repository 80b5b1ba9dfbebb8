import { flatten } from '../understand/question-text.ts';
import type { AskedAnswer } from './asked-answers.ts';
import type { FeedbackGiven } from './feedback-store.ts';

/** What people asked for and did not get; nothing in it tells who they are. */
export interface Report {
  readonly sinceMs: number;
  readonly asked: number;
  readonly answered: number;
  readonly unanswered: readonly UnansweredGroup[];
  readonly wrong: readonly WrongGroup[];
}

interface Group {
  /** As it was last worded; null where texts are not kept. */
  readonly question: string | null;
  /** Documents that came near, or that the answer stood on. */
  readonly documentIds: readonly string[];
  readonly count: number;
  readonly lastMs: number;
}

export type UnansweredGroup = Group;

export interface WrongGroup extends Group {
  /** How often each reason was chosen. */
  readonly reasons: Readonly<Record<string, number>>;
  /** What people wrote, the newest first. */
  readonly comments: readonly string[];
}

/** The same words are one question; without texts, what came near to the same documents is told together. */
const keyOf = ({ question, documentIds }: AskedAnswer): string =>
  question === null ? documentIds.join(' ') : flatten(question).replace(/\p{P}+/gu, '');

/** Groups by how often they were asked, then the newest first. */
export function reportOf(
  asked: readonly AskedAnswer[],
  feedback: readonly FeedbackGiven[],
  sinceMs: number,
): Report {
  const unanswered = grouped(asked.filter(({ outcome }) => outcome === 'not-found'));
  const byAnswer = groupBy(feedback, ({ answerId }) => answerId);
  const given = (one: AskedAnswer): readonly FeedbackGiven[] => byAnswer.get(one.answerId) ?? [];
  const known = new Set(asked.map(({ answerId }) => answerId));
  const wrong = grouped([
    ...asked.filter((one) => given(one).length > 0),
    ...feedback.filter(({ answerId }) => !known.has(answerId)).map(unknownAnswer),
  ]).map(({ members, ...group }) => ({
    ...group,
    reasons: countsOf(members.flatMap(given).flatMap(({ reasons }) => reasons)),
    comments: members.flatMap(given).flatMap(({ comment }) => comment ?? []),
  }));
  return {
    sinceMs,
    asked: asked.length,
    answered: asked.filter(({ outcome }) => outcome === 'answered').length,
    unanswered: unanswered.map(({ members: _members, ...group }) => group),
    wrong,
  };
}

/** Of an answer that was given before such things were noted only the feedback is known. */
const unknownAnswer = ({ answerId, givenMs }: FeedbackGiven): AskedAnswer => ({
  ...{ answerId, outcome: 'answered', kind: 'none' },
  documentIds: [],
  question: null,
  askedMs: givenMs,
});

function grouped(asked: readonly AskedAnswer[]) {
  const groups = groupBy(asked, keyOf);
  return [...groups.values()]
    .map((members) => ({
      members,
      question: members[0]?.question ?? null,
      documentIds: [...new Set(members.flatMap(({ documentIds }) => documentIds))],
      count: members.length,
      lastMs: Math.max(...members.map(({ askedMs }) => askedMs)),
    }))
    .sort((a, b) => b.count - a.count || b.lastMs - a.lastMs);
}

function countsOf(names: readonly string[]): Record<string, number> {
  const counts = groupBy(names, (name) => name);
  return Object.fromEntries([...counts].map(([name, all]) => [name, all.length]));
}

function groupBy<Item>(
  items: readonly Item[],
  keyFor: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyFor(item));
    if (group) group.push(item);
    else groups.set(keyFor(item), [item]);
  }
  return groups;
}
