import type { types } from '@slack/bolt';
import type { Subscription } from '../../../app.ts';
import { endSubscription, openSubscribing } from './actions.ts';
import { button, buttons, context, divider, header, plain } from './blocks.ts';
import { subscribedWords } from './subscribe-modal.ts';

const MOST = 8;

/** What somebody is told of, each with a button to end it. */
export function subscriptionBlocks(subscriptions: readonly Subscription[]): types.KnownBlock[] {
  const more = subscriptions.length - MOST;
  return [
    divider,
    header('我的订阅'),
    ...subscriptions.slice(0, MOST).map(
      (one, at): types.SectionBlock => ({
        type: 'section',
        text: plain(subscribedWords(one), 3_000),
        accessory: button('退订', endSubscription, { id: one.id }, at + 1),
      }),
    ),
    ...(more > 0 ? [context(`另有 ${more} 项，发“订阅”查看。`)] : []),
    ...(subscriptions.length === 0
      ? [context('还没有订阅。文件、地方或指标有变化时可以告诉您。')]
      : []),
    buttons([button('订阅变化', openSubscribing, {})]),
  ];
}
