import type { BlockAction, App as BoltApp } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { authorOf } from '../intake/question.ts';
import { channelAlone, personAlone, personIn } from '../intake/viewer-of.ts';
import { endSubscription, openSubscribing, SUBSCRIBE_CALLBACK } from '../render/actions.ts';
import {
  NAMED_FIELD,
  readSubscribing,
  subscribedModal,
  subscribeModal,
} from '../render/subscribe-modal.ts';
import { offeredBy } from '../subscribing/offered.ts';
import { subscriberOf, subscribeTo } from '../subscribing/subscribe.ts';
import { publishHome } from './listen-for-home.ts';
import { SUBSCRIBE_MESSAGE_SHORTCUT } from './names.ts';
import { openModal } from './open-modal.ts';
import { askerIn, writtenValue } from './pressed.ts';

const NOTHING_CHOSEN = '请选一项，或写明文件、地方或指标的名称。';
const UNKNOWN = '文件库里没有叫这个名字的文件、地方或指标。';

/** 「订阅变化」 in a message's menu and in App Home: to be told when something changes. */
export function listenForSubscribing(bolt: BoltApp, desk: Desk): void {
  const { app } = desk.options;
  bolt.shortcut(
    { type: 'message_action', callback_id: SUBSCRIBE_MESSAGE_SHORTCUT },
    async ({ ack, shortcut }) => {
      await ack();
      const { channel, message, user, trigger_id: triggerId } = shortcut;
      const seen = app.seenBy(personIn(user.id, channel.id));
      const channelId = channel.id.startsWith('D') ? null : channel.id;
      const offered = offeredBy(message.blocks, seen);
      await openModal(desk, triggerId, subscribeModal({ offered, channelId }));
    },
  );
  bolt.action<BlockAction>(openSubscribing.pattern, async ({ ack, body }) => {
    await ack();
    await openModal(desk, body.trigger_id, subscribeModal({ offered: [], channelId: null }));
  });
  bolt.action<BlockAction>(endSubscription.pattern, async ({ ack, body, action }) => {
    await ack();
    const { id } = endSubscription.read(writtenValue(action));
    const asker = askerIn(body);
    app.subscriptions.end(id, authorOf(asker));
    await publishHome(desk, asker.userId, asker.teamId);
  });
  bolt.view(SUBSCRIBE_CALLBACK, async ({ ack, body, view }) => {
    try {
      const { chosen, named, channelId } = readSubscribing(view);
      const { id: userId } = body.user;
      const seen = app.seenBy(channelId === null ? personAlone(userId) : channelAlone(channelId));
      const written = named === '' ? [] : [named];
      const names = [...chosen.map(({ name }) => name), ...written];
      if (names.length === 0) throw new YoujuError('INPUT_INVALID', NOTHING_CHOSEN);
      const wanted = names.map((name) => seen.subscribable(name));
      const known = wanted.filter((one) => one !== undefined);
      if (known.length < wanted.length) throw new YoujuError('INPUT_INVALID', UNKNOWN);
      const asking = { ...askerIn(body), channelId: channelId ?? userId };
      const said = subscribeTo(app, subscriberOf(asking, channelId !== null), known);
      await ack({ response_action: 'update', view: subscribedModal(said) });
    } catch (error) {
      if (!(error instanceof YoujuError)) throw error;
      await ack({ response_action: 'errors', errors: { [NAMED_FIELD]: error.message } });
    }
  });
}
