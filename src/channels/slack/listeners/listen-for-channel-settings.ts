import type { BlockAction, App as BoltApp } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import { answerIdOf } from '../../../feedback.ts';
import type { Desk } from '../answering/desk.ts';
import { postMarked } from '../delivery/tell-privately.ts';
import { channelAlone } from '../intake/viewer-of.ts';
import { CHANNEL_CALLBACK, openChannelSettings } from '../render/actions.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import {
  channelChangedMessage,
  channelModal,
  readChannelChoice,
  THREADS_FIELD,
} from '../render/channel-modal.ts';
import { openModal } from './open-modal.ts';
import { pressedIn } from './pressed.ts';

const IN_CHANNELS_ONLY = '请在要设置的频道里发 /plan 设置。';

/** `/plan 设置`. */
export const isForSettings = (text: string): boolean => /^\s*(?:本?频道)?设置\s*$/u.test(text);

interface Opening {
  readonly triggerId: string;
  readonly userId: string;
  readonly channelId: string;
}

/** Shows what the people of a channel may choose for it, to one of them. */
export async function openSettings(
  desk: Desk,
  { triggerId, userId, channelId }: Opening,
): Promise<void> {
  const { app } = desk.options;
  if (channelId.startsWith('D')) {
    const place = { channelId, userId, threadTs: null, surface: 'command' } as const;
    return desk.tellPrivately(place, noticeMessage(IN_CHANNELS_ONLY));
  }
  const documents = app.seenBy(channelAlone(channelId)).documents();
  const view = channelModal(channelId, documents, app.settings.choiceOf(channelId));
  await openModal(desk, triggerId, view);
}

/** 「频道设置」: the default documents of a channel, and whether its threads go on without a mention. */
export function listenForChannelSettings(bolt: BoltApp, desk: Desk): void {
  const { app } = desk.options;
  const documentsOf = (channelId: string) => app.seenBy(channelAlone(channelId)).documents();
  bolt.action<BlockAction>(openChannelSettings.pattern, async ({ ack, body }) => {
    await ack();
    const pressed = pressedIn(body);
    if (pressed) await openSettings(desk, { ...pressed, triggerId: body.trigger_id });
  });
  bolt.view(CHANNEL_CALLBACK, async ({ ack, body, view }) => {
    try {
      const { channelId, choice } = readChannelChoice(view, documentsOf);
      // Submitted twice it changes nothing the second time, and nothing is said.
      const isChanged = app.settings.choose(channelId, choice);
      await ack();
      if (!isChanged) return;
      const message = channelChangedMessage(body.user.id, choice, documentsOf(channelId));
      const answerId = answerIdOf(`${view.id}:${view.hash}`);
      await postMarked(desk.options, { channelId, threadTs: null }, message, answerId);
    } catch (error) {
      if (!(error instanceof YoujuError)) throw error;
      await ack({ response_action: 'errors', errors: { [THREADS_FIELD]: error.message } });
    }
  });
}
