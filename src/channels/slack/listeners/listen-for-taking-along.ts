import type { BlockAction, App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import { exportConversation } from '../answering/export-conversation.ts';
import { copySourced, openRefused } from '../render/actions.ts';
import { copyModal } from '../render/copy-modal.ts';
import { refusedModal } from '../render/refused-modal.ts';
import { EXPORT_MESSAGE_SHORTCUT } from './names.ts';
import { openModal } from './open-modal.ts';
import { pressedIn, writtenValue } from './pressed.ts';

/**
 * 「复制带出处」 under an answer: its text and sources, ready for a paper. 「导出 Word」 in a message's menu: the whole
 * conversation as a file beside it. And what a model said of it that is not shown.
 */
export function listenForTakingAlong(bolt: BoltApp, desk: Desk): void {
  const { recent } = desk.options;
  bolt.action<BlockAction>(copySourced.pattern, async ({ ack, body, action }) => {
    await ack();
    const { answerId } = copySourced.read(writtenValue(action));
    const answer = recent.find(answerId, body.channel?.id ?? '');
    await openModal(desk, body.trigger_id, copyModal(answer));
  });
  bolt.action<BlockAction>(openRefused.pattern, async ({ ack, body, action }) => {
    await ack();
    const { answerId } = openRefused.read(writtenValue(action));
    const answer = recent.find(answerId, body.channel?.id ?? '');
    await openModal(desk, body.trigger_id, refusedModal(answer));
  });
  bolt.shortcut(
    { type: 'message_action', callback_id: EXPORT_MESSAGE_SHORTCUT },
    async ({ ack, shortcut }) => {
      await ack();
      const pressed = pressedIn(shortcut);
      if (!pressed) return;
      const said = await exportConversation(pressed, desk.options.answering.exporting);
      await desk.tellPrivately(pressed, said);
    },
  );
}
