import type { App as BoltApp, types } from '@slack/bolt';
import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { channelAlone } from '../intake/viewer-of.ts';
import { parseReaderLink } from '../render/reader-link.ts';
import { unfurlBlocks } from '../render/unfurl.ts';

const sharedSchema = z.object({
  links: z.array(z.object({ url: z.string() })),
  unfurl_id: z.string().optional(),
  source: z.enum(['composer', 'conversations_history']).optional(),
  channel: z.string(),
  message_ts: z.string(),
});

/** Links to our own reader show where they lead, as far as all in the channel may see it. */
export function listenForLinks(bolt: BoltApp, desk: Desk): void {
  const { client, outbox } = desk.options;
  bolt.event('link_shared', async ({ event }) => {
    const { links, unfurl_id, source, channel, message_ts } = sharedSchema.parse(event);
    const unfurls = Object.fromEntries(
      links.flatMap(({ url }) => {
        const blocks = blocksOf(desk, url, channel);
        return blocks ? [[url, { blocks }]] : [];
      }),
    );
    if (Object.keys(unfurls).length === 0) return;
    const place =
      unfurl_id !== undefined && source !== undefined
        ? { unfurl_id, source }
        : { channel, ts: message_ts };
    await outbox.send('chat.unfurl', () => client.chat.unfurl({ ...place, unfurls }));
  });
}

function blocksOf(
  { options: { app, config } }: Desk,
  url: string,
  channelId: string,
): types.KnownBlock[] | undefined {
  // Slack hands links over as they stand in the message, escaped.
  const place = parseReaderLink(url.replaceAll('&amp;', '&'), config.publicUrl);
  if (!place) return undefined;
  try {
    const seen = app.seenBy(channelAlone(channelId));
    return unfurlBlocks(seen.document(place.documentId), place.passageId);
  } catch (error) {
    if (error instanceof YoujuError && error.code === 'DOCUMENT_UNKNOWN') return undefined;
    throw error;
  }
}
