import type { types } from '@slack/bolt';
import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import { FEEDBACK_REASONS, type FeedbackReason } from '../../../feedback.ts';
import { FEEDBACK_CALLBACK, giveFeedback } from './actions.ts';
import { context, plain } from './blocks.ts';
import { modalFields } from './modal-fields.ts';

/** Block and action of the comment, for an error to be shown at. */
export const COMMENT_FIELD = 'comment';
const REASONS_FIELD = 'reasons';
const MAX_COMMENT_CHARS = 1_000;

const REASON_HINTS: Readonly<Record<FeedbackReason, string>> = {
  引用错: '引的不是该引的原文',
  数字错: '数值、单位或年份不对',
  答非所问: '说的是另一回事',
  不该拒答: '文件里有，却说没有',
  没找到: '想找的内容没有找到',
};

/** Opens after 👎: why, and in the person's own words. */
export const feedbackModal = (answerId: string, keepsQuestions: boolean): types.ModalView => ({
  type: 'modal',
  callback_id: FEEDBACK_CALLBACK,
  private_metadata: giveFeedback.write({ answerId, isHelpful: false }),
  title: plain('哪里没答好', 24),
  submit: plain('提交', 24),
  close: plain('取消', 24),
  blocks: [
    {
      type: 'input',
      block_id: REASONS_FIELD,
      optional: true,
      label: plain('原因', 2_000),
      element: {
        type: 'checkboxes',
        action_id: REASONS_FIELD,
        options: FEEDBACK_REASONS.map((reason) => ({
          text: plain(reason, 75),
          description: plain(REASON_HINTS[reason], 75),
          value: reason,
        })),
      },
    },
    {
      type: 'input',
      block_id: COMMENT_FIELD,
      optional: true,
      label: plain('说明', 2_000),
      element: {
        type: 'plain_text_input',
        action_id: COMMENT_FIELD,
        multiline: true,
        max_length: MAX_COMMENT_CHARS,
        placeholder: plain('例如：应当是第几章的哪个数', 150),
      },
    },
    context(
      keepsQuestions
        ? '保存所选原因、这里填写的文字和所问的问题，供维护文件的同事改进；他们看不到是谁问的。'
        : '只保存所选原因和这里填写的文字，不保存问题和回答。',
    ),
  ],
});

export interface GivenFeedback {
  readonly answerId: string;
  readonly reasons: readonly FeedbackReason[];
  readonly comment: string | null;
}

/** What was submitted. Throws INPUT_INVALID. */
export function readFeedback(view: unknown): GivenFeedback {
  const fields = modalFields(view);
  const reasons = z.array(z.enum(FEEDBACK_REASONS)).safeParse(fields.chosen(REASONS_FIELD));
  const comment = fields.text(COMMENT_FIELD);
  if (!reasons.success) throw new YoujuError('INPUT_INVALID', '没有这样的原因，请重新选择。');
  if ([...comment].length > MAX_COMMENT_CHARS)
    throw new YoujuError('INPUT_INVALID', `说明请不要超过 ${MAX_COMMENT_CHARS} 字。`);
  return {
    answerId: giveFeedback.read(fields.metadata).answerId,
    reasons: reasons.data,
    comment: comment === '' ? null : comment,
  };
}
