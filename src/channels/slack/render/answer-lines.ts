import type { AnswerSoFar } from '../../../model.ts';

/** What an answer says in one line, and the numbers of what proves it. */
export interface AnswerLine {
  readonly text: string;
  readonly citations: readonly number[];
}

/** The claims in their order, then what the answer says besides without proof. */
export function answerLines({
  answer,
  claims,
}: Pick<AnswerSoFar, 'answer' | 'claims'>): AnswerLine[] {
  const claimed = claims
    .map(({ text, citations }) => text + citations.map((n) => `[${n}]`).join(''))
    .join('\n');
  if (!answer.startsWith(claimed)) return [{ text: answer, citations: [] }];
  const rest = answer.slice(claimed.length).trim();
  return [
    ...claims.map(({ text, citations }) => ({ text, citations })),
    ...(rest === '' ? [] : [{ text: rest, citations: [] }]),
  ];
}

/** [1] [2], apart from each other, so that they read as two. */
export const marksOf = (citations: readonly number[]): string =>
  citations.map((n) => `[${n}]`).join(' ');

/** A sentence, a space, its marks: what is Chinese and what is not stand apart. */
export const withMarks = ({ text, citations }: AnswerLine): string =>
  citations.length === 0 ? text : `${text} ${marksOf(citations)}`;
