import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Outbox } from '../delivery/outbox.ts';
import { isOfSlack } from './download-file.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly channelId: string;
  readonly threadTs: string | null;
}

export interface Uploading {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  /** Another root of the Web API than Slack's own. */
  readonly apiUrl: string | null;
}

const placeSchema = z.object({ upload_url: z.url(), file_id: z.string() });
const WITHIN_MS = 30_000;

/** Puts a file into a thread. Rejects where Slack does not take it; then nothing is seen of it. */
export async function uploadFile(
  { client, outbox, apiUrl }: Uploading,
  { name, bytes, channelId, threadTs }: Upload,
): Promise<void> {
  const place = placeSchema.parse(
    await outbox.send('files.getUploadURLExternal', () =>
      client.files.getUploadURLExternal({ filename: name, length: bytes.length }),
    ),
  );
  const url = new URL(place.upload_url);
  if (!isOfSlack(url, apiUrl)) throw new Error('Slack named a place that is not its own');
  const signal = AbortSignal.timeout(WITHIN_MS);
  const response = await fetch(url, { method: 'POST', body: Uint8Array.from(bytes), signal });
  if (!response.ok) throw new Error(`the file was not taken: ${response.status}`);
  const files: [{ id: string; title: string }] = [{ id: place.file_id, title: name }];
  const thread = threadTs === null ? {} : { channel_id: channelId, thread_ts: threadTs };
  await outbox.send(
    'files.completeUploadExternal',
    () => client.files.completeUploadExternal({ files, channel_id: channelId, ...thread }),
    // What may be done already would stand there twice.
    { channelId, isOnce: true },
  );
}
