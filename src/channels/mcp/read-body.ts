import type { IncomingMessage } from 'node:http';

/** Twenty earlier questions of 2,000 characters take a sixth of it. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Read to the end all the same, so that the answer is heard; who sends more is cut off. */
const MOST_READ_BYTES = 64 * 1024 * 1024;

/** The bytes of a request; undefined where there are too many. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > MOST_READ_BYTES) break;
    if (length <= MAX_BODY_BYTES) pieces.push(piece);
  }
  return length <= MAX_BODY_BYTES ? Buffer.concat(pieces) : undefined;
}
