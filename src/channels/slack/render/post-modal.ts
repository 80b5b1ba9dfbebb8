import type { types } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import { POST_CALLBACK, postAnswer } from './actions.ts';
import { context, paragraph, plain, words } from './blocks.ts';
import { modalFields } from './modal-fields.ts';

export const CHANNEL_FIELD = 'channel';
const TOO_OLD = '这个答案时间太久，已经不在手边了。请重新提问后再发。';

export interface PostingPlace {
  readonly answerId: string;
  /** Where the answer stands. */
  readonly channelId: string;
}

/** Into which channel an answer goes. */
export const postModal = ({ answerId, channelId }: PostingPlace): types.ModalView => ({
  type: 'modal',
  callback_id: POST_CALLBACK,
  private_metadata: `${channelId} ${postAnswer.write({ answerId })}`,
  title: plain('发到频道', 24),
  submit: plain('发送', 24),
  close: plain('取消', 24),
  blocks: [
    {
      type: 'input',
      block_id: CHANNEL_FIELD,
      label: plain('发到哪个频道', 2_000),
      element: {
        type: 'conversations_select',
        action_id: CHANNEL_FIELD,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(!channelId.startsWith('D') && { initial_conversation: channelId }),
      },
    },
    context('答案连同问题和出处一起发，频道里的人都看得到，并写明是您分享的。'),
  ],
});

export const tooOldModal = (): types.ModalView => ({
  type: 'modal',
  title: plain('发到频道', 24),
  close: plain('关闭', 24),
  blocks: [paragraph(words(TOO_OLD))],
});

/** What was submitted. Throws INPUT_INVALID. */
export function readPosting(view: unknown): PostingPlace & { readonly toChannelId: string } {
  const fields = modalFields(view);
  const [channelId = '', ...value] = fields.metadata.split(' ');
  const { answerId } = postAnswer.read(value.join(' '));
  const toChannelId = fields.conversation(CHANNEL_FIELD);
  if (toChannelId === '') throw new YoujuError('INPUT_INVALID', '请选一个频道。');
  return { answerId, channelId, toChannelId };
}
