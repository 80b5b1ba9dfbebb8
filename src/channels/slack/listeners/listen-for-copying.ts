import type { BlockAction, App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import { copySourced } from '../render/actions.ts';
import { copyModal } from '../render/copy-modal.ts';
import { writtenValue } from './pressed.ts';

/** A press is good for three seconds: trying longer is in vain. */
const OPEN_WITHIN_MS = 2_500;

/** 「复制带出处」 under an answer: its text and sources, ready for a paper. */
export function listenForCopying(bolt: BoltApp, desk: Desk): void {
  const { client, outbox, recent } = desk.options;
  bolt.action<BlockAction>(copySourced.pattern, async ({ ack, body, action }) => {
    await ack();
    const { answerId } = copySourced.read(writtenValue(action));
    const view = copyModal(recent.find(answerId, body.channel?.id ?? ''));
    await outbox.send(
      'views.open',
      () => client.views.open({ trigger_id: body.trigger_id, view }),
      { giveUpAfterMs: OPEN_WITHIN_MS },
    );
  });
}
