import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { Logger } from '../../../log.ts';

/** What the package reads of a message without looking whether it is there. */
const messageSchema = z.union([
  z.object({ type: z.literal('events_api'), payload: z.object({ event: z.object({}) }) }),
  z.object({ type: z.string().refine((type) => type !== 'events_api') }),
]);

function isReadable(data: unknown): boolean {
  if (typeof data !== 'string') return false;
  try {
    return messageSchema.safeParse(JSON.parse(data)).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** An event without its payload is an error in the package that nobody catches, and ends the process. */
export function refuseMalformed(client: SocketModeReceiver['client'], log: Logger): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    if (isReadable(data)) for (const read of readers) read.call(client, data, isBinary);
    else log.warn('a message of Slack that cannot be read was left out');
  });
}
