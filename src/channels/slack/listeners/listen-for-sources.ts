import type { BlockAction, App as BoltApp, types } from '@slack/bolt';
import type { OpenDocument } from '../../../app.ts';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { personIn } from '../intake/viewer-of.ts';
import { openSource, type SourcePlace, turnSource } from '../render/actions.ts';
import { sourceModal, textGoneModal } from '../render/source-modal.ts';
import { writtenValue } from './pressed.ts';

/** A press is good for three seconds: trying longer is in vain. */
const OPEN_WITHIN_MS = 2_500;

/** 「查看原文」 and the leafing in its modal. */
export function listenForSources(bolt: BoltApp, desk: Desk): void {
  const { app, client, config, files, outbox } = desk.options;
  const publicUrl = config.hasPublicUrl ? config.publicUrl : null;
  const viewOf = async (
    place: SourcePlace,
    userId: string,
    channelId: string,
  ): Promise<types.ModalView> => {
    const { documentId, passageId } = place;
    const seen = app.seenBy(personIn(userId, channelId));
    const opened = openedOf(() => seen.document(documentId));
    const isThere = opened?.passages.some(({ id }) => id === passageId) ?? false;
    const dropped = isThere ? undefined : await files.documentWith(documentId, passageId);
    const view = dropped
      ? sourceModal(dropped, place, null)
      : opened
        ? sourceModal(opened, place, publicUrl)
        : textGoneModal(null, place);
    // Leafing has the rights of the channel where it began.
    return { ...view, private_metadata: channelId };
  };

  bolt.action<BlockAction>(openSource.pattern, async ({ ack, body, action }) => {
    await ack();
    const view = await viewOf(
      openSource.read(writtenValue(action)),
      body.user.id,
      body.channel?.id ?? '',
    );
    await outbox.send(
      'views.open',
      () => client.views.open({ trigger_id: body.trigger_id, view }),
      { giveUpAfterMs: OPEN_WITHIN_MS },
    );
  });
  bolt.action<BlockAction>(turnSource.pattern, async ({ ack, body, action }) => {
    await ack();
    const shown = body.view;
    if (!shown) return;
    const view = await viewOf(
      turnSource.read(writtenValue(action)),
      body.user.id,
      shown.private_metadata,
    );
    // The hash keeps an older press from overtaking a newer one.
    await outbox.send('views.update', () =>
      client.views.update({ view_id: shown.id, hash: shown.hash, view }),
    );
  });
}

/** Null where the document is gone since the button was shown. */
function openedOf(open: () => OpenDocument): OpenDocument | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof YoujuError && error.code === 'DOCUMENT_UNKNOWN') return null;
    throw error;
  }
}
