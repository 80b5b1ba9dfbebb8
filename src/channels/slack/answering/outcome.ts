import { YoujuError } from '../../../errors.ts';
import type { Answer } from '../../../model.ts';
import type { Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { Ended, type EndReason } from './running-questions.ts';

/** How a question ended. */
export interface Outcome {
  readonly outcome: string;
  /** Undefined where no answer came about. */
  readonly answer?: Answer;
  /** Empty where nobody wants to hear any more. */
  readonly messages: readonly SlackMessage[];
}

/** `nowhere`: nobody is left to hear it. `owed`: to be tried again. */
export type Delivery = 'whole' | 'text' | 'nowhere' | 'owed';

const NOTHING_ASKED =
  '请把问题写在一条消息里发给我，例如：“淄川区2025年常住人口城镇化率的目标是多少？”我会引用原文回答，并注明出处。';

const END_NOTICES: Readonly<Record<Exclude<EndReason, 'withdrawn'>, string>> = {
  'too-long': '抱歉，这个问题没能在限定时间内答完。请稍后再试，或把问题问得更具体一些。',
  stopped: '已停止回答。',
  'shutting-down': '抱歉，有据正在重启，这个问题没有答完，请稍后再问一次。',
};

const FAILED = '抱歉，回答时出了意外，问题已经记下。请稍后再试，或请维护人员查看日志。';

/** Of a question without words. */
export const emptyOutcome = (): Outcome => ({
  outcome: 'empty',
  messages: [noticeMessage(NOTHING_ASKED)],
});

export function outcomeOfFailure(error: unknown): Outcome {
  if (error instanceof Ended) {
    const { reason } = error;
    return {
      outcome: reason,
      messages: reason === 'withdrawn' ? [] : [noticeMessage(END_NOTICES[reason])],
    };
  }
  const said = error instanceof YoujuError ? error.message : FAILED;
  return { outcome: 'failed', messages: [noticeMessage(said)] };
}

/** For the log: how it went, never what was said. */
export const summaryOf = (
  { key, surface, teamId, channelId, author }: Question,
  { outcome, answer }: Outcome,
  delivery: Delivery,
  seconds: number,
): object => ({
  key,
  surface,
  teamId,
  channelId,
  author,
  outcome,
  delivery,
  seconds,
  kind: answer?.kind,
  citations: answer?.citations.length,
  documents: [...new Set(answer?.citations.map(({ documentId }) => documentId) ?? [])],
  timings: answer?.timings,
});
