import type { types } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';

/** A press is good for three seconds: trying longer is in vain. */
const OPEN_WITHIN_MS = 2_500;

/** Shows a modal to whoever pressed something. */
export async function openModal(
  { options: { client, outbox } }: Desk,
  triggerId: string,
  view: types.ModalView,
): Promise<void> {
  await outbox.send('views.open', () => client.views.open({ trigger_id: triggerId, view }), {
    giveUpAfterMs: OPEN_WITHIN_MS,
  });
}
