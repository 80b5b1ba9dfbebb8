import { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { YoujuError } from '../../errors.ts';
import { createMcpServer, type McpParts } from './create-mcp-server.ts';
import { Turns } from './turns.ts';

const AT_ONCE = 4;
/** A longer message is no question; up to here it is told so. */
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

export interface StdioParts extends Omit<McpParts, 'turns'> {
  readonly input: AsyncIterable<Uint8Array | string>;
  /** Nothing but the protocol is written there. */
  readonly write: (text: string) => Promise<void>;
  /** Ends the service. */
  readonly signal: AbortSignal;
}

/**
 * Answers the one program at the other end until it closes the input, and what it has asked by then. Throws
 * INPUT_INVALID for a message that is beyond all measure.
 */
export async function serveStdio({ input, write, signal, ...parts }: StdioParts): Promise<void> {
  const turns = new Turns(AT_ONCE);
  const readable = Readable.from(input, { objectMode: false });
  const writable = new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      write(String(text)).then(() => done(), done);
    },
  });
  // The transport waits for it once for each answer that is under way.
  writable.setMaxListeners(0);
  const server = createMcpServer({ ...parts, turns });
  const transport = new StdioServerTransport(readable, writable, {
    maxBufferSize: MAX_MESSAGE_BYTES,
  });
  const ended = new Promise<void>((resolve) => {
    readable.once('end', resolve);
    signal.addEventListener('abort', () => resolve());
    transport.onclose = resolve;
  });
  server.onerror = (error) => parts.log.error({ err: error }, 'message of a client not read');
  await server.connect(transport);
  await ended;
  const hasEnded = readable.readableEnded;
  await turns.idle();
  await server.close();
  readable.destroy();
  if (!hasEnded && !signal.aborted)
    throw new YoujuError('INPUT_INVALID', '收到一条超过 32 MB 的消息，服务已停止。请重新启动。');
}
