import { EventEmitter } from 'node:events';
import type { SocketModeReceiver } from '@slack/bolt';
import { expect, test } from 'vitest';
import { SocketConnection } from '../../../../src/channels/slack/transport/socket-connection.ts';
import { createLogger } from '../../../../src/log.ts';

/** What the connection uses of the package's client, each start ended by hand. */
class HeldClient extends EventEmitter {
  readonly calls: string[] = [];
  readonly #starts: (() => void)[] = [];

  start(): Promise<void> {
    this.calls.push('start');
    return new Promise((resolve) => this.#starts.push(resolve));
  }

  greet(): void {
    this.#starts.shift()?.();
  }

  async disconnect(): Promise<void> {
    this.calls.push('disconnect');
    this.emit('disconnected');
  }
}

function connect() {
  const client = new HeldClient();
  const connection = new SocketConnection({
    // It does what is used of it.
    client: client as unknown as SocketModeReceiver['client'],
    log: createLogger('silent'),
    nowMs: Date.now,
    random: () => 0.5,
    greetedWithinMs: 60_000,
  });
  return { client, connection };
}

test('a socket that is still being opened is closed once it is open, as the package needs half a minute to give it up', async () => {
  const { client, connection } = connect();
  const opening = connection.open();
  client.greet();
  await opening;
  client.emit('disconnected');
  await expect.poll(() => client.calls).toEqual(['start', 'start']);
  const closing = connection.close();
  expect(client.calls).toEqual(['start', 'start']);
  client.greet();
  await closing;
  expect(client.calls).toEqual(['start', 'start', 'disconnect']);
  expect(connection.ageMs).toBeNull();
});

test('a socket that is open is closed at once, and no other is opened', async () => {
  const { client, connection } = connect();
  const opening = connection.open();
  client.greet();
  await opening;
  await connection.close();
  expect(client.calls).toEqual(['start', 'disconnect']);
});
