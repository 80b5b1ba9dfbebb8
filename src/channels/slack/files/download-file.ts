import type { Config } from '../../../config.ts';
import type { FileInfo } from './file-info.ts';

/** As large as the largest that is read. */
const MAX_BYTES = 100 * 1024 * 1024;
const WITHIN_MS = 30_000;

/** Why the bytes of a file are not to be had, for the person. */
export class FileUnavailable extends Error {}

export type Downloading = Pick<Config['slack'], 'apiUrl' | 'botToken'>;

/** The bytes of a file that lies at Slack. Throws FileUnavailable. */
export async function downloadFile(
  { name, size, url }: FileInfo,
  { apiUrl, botToken }: Downloading,
): Promise<Uint8Array> {
  if (size > MAX_BYTES)
    throw new FileUnavailable(`《${name}》超过 ${MAX_BYTES / 1024 / 1024} MB，没有读。`);
  if (url === null) throw new FileUnavailable(`《${name}》已被删除，或不存放在 Slack 里，读不到。`);
  // The token goes to nobody but Slack.
  if (!isOfSlack(new URL(url), apiUrl))
    throw new FileUnavailable(`《${name}》不存放在 Slack 里，读不到。`);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${botToken?.reveal() ?? ''}` },
    // Slack shows its sign-in page to whoever may not have the file.
    redirect: 'manual',
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  if (response.status !== 200 || response.body === null)
    throw new FileUnavailable(
      `Slack 没有把《${name}》给我，可能已被删除，或应用缺少 files:read 权限。`,
    );
  return bytesOf(response.body, name);
}

/** Where what is private may be sent or asked for. */
export const isOfSlack = ({ protocol, hostname, origin }: URL, apiUrl: string | null): boolean =>
  apiUrl === null
    ? protocol === 'https:' && /(?:^|\.)slack(?:-files|-edge)?\.com$/u.test(hostname)
    : origin === new URL(apiUrl).origin;

/** What says it is small may not be. */
async function bytesOf(body: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > MAX_BYTES) throw new FileUnavailable(`《${name}》太大，没有读。`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
