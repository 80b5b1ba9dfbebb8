import { createHash } from 'node:crypto';

/** Why an answer did not help, in the words people choose from. */
export const FEEDBACK_REASONS = ['引用错', '数字错', '答非所问', '不该拒答', '没找到'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** What a person chose to say of an answer. */
export interface Feedback {
  /** Unlike that of every other answer; giving feedback on it again replaces what was said. */
  readonly answerId: string;
  /** Who says it, by an id of the channel, e.g. slack:T1:U1; null where nobody signs in. */
  readonly author: string | null;
  readonly isHelpful: boolean;
  readonly reasons: readonly FeedbackReason[];
  /** What the author chose to write; never the question or the answer by itself. */
  readonly comment: string | null;
}

/** Name of the answer to a question that a channel received under a key: tells nothing of who asked it where. */
export const answerIdOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 24);
