import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Outbox } from '../delivery/outbox.ts';

/** What Slack says of a file. */
export interface FileInfo {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Where it lies; null where there are no bytes to be had. */
  readonly url: string | null;
}

/** Files that were removed, or lie elsewhere, or are hidden by the plan of the workspace. */
const WITHOUT_BYTES: ReadonlySet<string> = new Set(['tombstone', 'hidden_by_limit', 'external']);

const infoSchema = z.object({
  file: z
    .object({
      id: z.string(),
      name: z.string().nullish(),
      title: z.string().nullish(),
      size: z.number().default(0),
      mode: z.string().optional(),
      url_private_download: z.string().optional(),
    })
    .transform(
      ({ id, name, title, size, mode = '', url_private_download: url }): FileInfo => ({
        id,
        name: name || title || '文件',
        size,
        url: url === undefined || WITHOUT_BYTES.has(mode) ? null : url,
      }),
    ),
});

const WITHIN_MS = 15_000;

/** Rejects where Slack does not know it or does not let us see it. */
export async function fileInfo(
  client: webApi.WebClient,
  outbox: Outbox,
  id: string,
): Promise<FileInfo> {
  const answer = await outbox.send('files.info', () => client.files.info({ file: id }), {
    giveUpAfterMs: WITHIN_MS,
  });
  return infoSchema.parse(answer).file;
}
