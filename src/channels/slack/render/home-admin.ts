import type { types } from '@slack/bolt';
import type { FeedbackComment } from '../../../app.ts';
import { endFollowUps, startFollowUps } from './actions.ts';
import { button, context, divider, header, paragraph, plain, quotation, words } from './blocks.ts';
import { shorten } from './split-text.ts';

export interface HomeAdmin {
  readonly feedback: { readonly helpful: number; readonly unhelpful: number };
  /** What people wrote of answers, the newest first; empty for admins who look after Slack alone. */
  readonly comments: readonly Pick<FeedbackComment, 'reasons' | 'comment' | 'givenMs'>[];
  /** Ids of the channels where threads go on without a mention. */
  readonly followUpChannels: readonly string[];
}

const MAX_CHANNELS = 8;
export const MAX_COMMENTS = 8;
const MAX_COMMENT_CHARS = 200;

/** What people said of answers, and the channels' switches. */
export function adminBlocks({
  feedback,
  followUpChannels,
  comments,
}: HomeAdmin): types.KnownBlock[] {
  const more = followUpChannels.length - MAX_CHANNELS;
  return [
    divider,
    header('管理'),
    paragraph(words(`反馈：有帮助 ${feedback.helpful} 次，没帮助 ${feedback.unhelpful} 次`)),
    ...comments.slice(0, MAX_COMMENTS).map(commentBlock),
    {
      type: 'section',
      text: plain('不用 @ 也能在消息串里追问的频道：', 3_000),
      accessory: {
        type: 'conversations_select',
        action_id: startFollowUps.id(),
        placeholder: plain('开通一个频道', 150),
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
    },
    ...followUpChannels.slice(0, MAX_CHANNELS).map(channelBlock),
    ...(followUpChannels.length === 0 ? [context('还没有开通任何频道。')] : []),
    ...(more > 0 ? [context(`另有 ${more} 个频道，关闭上面的之后列出。`)] : []),
  ];
}

const commentBlock = ({
  reasons,
  comment,
  givenMs,
}: HomeAdmin['comments'][number]): types.RichTextBlock => {
  const day = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai' }).format(givenMs);
  const why = reasons.length > 0 ? ` · ${reasons.join('、')}` : '';
  return quotation(words(`${day}${why}\n${shorten(comment, MAX_COMMENT_CHARS)}`));
};

/** Only mrkdwn shows a channel by its name beside a button. */
const channelBlock = (channelId: string): types.SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: `<#${channelId}>`, verbatim: true },
  accessory: button('关闭', endFollowUps, { channelId }),
});
