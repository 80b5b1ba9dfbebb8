import { markOf } from '../../tests/channels/slack/reply-mark.ts';
import type { FakeSlack } from '../../tests/fakes/slack/fake-slack.ts';
import type { Asked } from './asking.ts';

/** A message that answers a question, or will. */
export interface ShownReply {
  /** From 1; a long answer has several. */
  readonly part: number;
  readonly isFinal: boolean;
  readonly text: string;
}

/** What stands in Slack now, in the question's thread or direct messages. */
export function repliesTo(slack: FakeSlack, { said, answerId }: Asked): readonly ShownReply[] {
  const { channel, ts, threadTs } = said;
  const isDirect = channel.startsWith('D');
  const messages = isDirect ? slack.channel(channel) : slack.thread(channel, threadTs ?? ts);
  return messages.flatMap(({ metadata, text }) => {
    const mark = markOf(metadata);
    return mark?.answer_id === answerId ? [{ part: mark.part, isFinal: mark.final, text }] : [];
  });
}

export const isAnswered = (replies: readonly ShownReply[]): boolean =>
  replies.some(({ isFinal, part }) => isFinal && part === 1);

/** A part that stands twice, or a message that was never finished beside the answer. */
export const isDoubled = (replies: readonly ShownReply[]): boolean =>
  new Set(replies.map(({ part }) => part)).size < replies.length;
