import { App as BoltApp, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { expect, test } from 'vitest';
import {
  type Admission,
  OnceOnlyReceiver,
} from '../../../../src/channels/slack/transport/once-only-receiver.ts';
import { createLogger } from '../../../../src/log.ts';

interface Delivered {
  readonly acknowledged: number;
  readonly handled: number;
}

const MENTION = {
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.0', text: '' },
};

/** A real Bolt app behind the receiver, handed one event. Rejects as the transport would see it. */
async function deliver(admission: Admission, ack: () => Promise<void>): Promise<Delivered> {
  let process: ((event: ReceiverEvent) => Promise<void>) | undefined;
  const inner: Receiver = {
    init: (app) => {
      process = (event) => app.processEvent(event);
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const receiver = new OnceOnlyReceiver(inner, () => admission, createLogger('silent'));
  const token = {
    token: 'xoxb-1',
    botId: 'B1',
    botUserId: 'UBOT',
    tokenVerificationEnabled: false,
  };
  const bolt = new BoltApp({ receiver, ...token });
  const seen = { acknowledged: 0, handled: 0 };
  bolt.event('app_mention', async () => {
    seen.handled += 1;
  });
  await process?.({
    body: MENTION,
    ack: async () => {
      seen.acknowledged += 1;
      await ack();
    },
  });
  return seen;
}

const acknowledges = async (): Promise<void> => undefined;
const breaks = async (): Promise<void> => {
  throw new Error('no active connection');
};

test('a question is acknowledged and handled', async () => {
  expect(await deliver('question', acknowledges)).toEqual({ acknowledged: 1, handled: 1 });
});

test('a question whose acknowledgement is lost with its connection is handled all the same', async () => {
  expect(await deliver('question', breaks)).toEqual({ acknowledged: 1, handled: 1 });
});

test('a repetition is acknowledged and not handled', async () => {
  expect(await deliver('repetition', acknowledges)).toEqual({ acknowledged: 1, handled: 0 });
});

test('anything else that cannot be acknowledged is left for Slack to send again', async () => {
  await expect(deliver('other', breaks)).rejects.toThrow('no active connection');
});
