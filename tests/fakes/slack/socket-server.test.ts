import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { callApi } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { fieldsIn } from './fields.ts';
import { createMinimalApp, type MinimalApp } from './minimal-app.ts';

const PING_MS = 150;

const connect = async (slack: FakeSlack): Promise<WebSocket> => {
  const { url } = await callApi(slack, 'apps.connections.open', {}, slack.appToken);
  const socket = new WebSocket(String(url));
  await once(socket, 'message');
  return socket;
};

describe('the socket server', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack({ redelivery: { ackTimeoutMs: 400, delaysMs: [10, 10] } });
  });

  afterEach(() => slack.close());

  test('opens an address only for the app token', async () => {
    expect(await callApi(slack, 'apps.connections.open')).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });

  test('takes a ticket once, and no other', async () => {
    const { url } = await callApi(slack, 'apps.connections.open', {}, slack.appToken);
    const first = new WebSocket(String(url));
    const [hello] = (await once(first, 'message')) as [Buffer];
    expect(fieldsIn(JSON.parse(String(hello)))).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A1' },
    });
    for (const stale of [url, String(url).replace(/ticket=[^&]+/u, 'ticket=made-up')]) {
      const [error] = (await once(new WebSocket(String(stale)), 'error')) as [Error];
      expect(error.message).toContain('400');
    }
  });

  test('sends each payload to one of the connections', async () => {
    const counts = await Promise.all(
      [0, 1].map(async () => {
        const seen = { count: 0 };
        const socket = await connect(slack);
        socket.on('message', (data) => {
          seen.count += 1;
          const { envelope_id: id } = fieldsIn(JSON.parse(String(data)));
          socket.send(JSON.stringify({ envelope_id: id, payload: {} }));
        });
        return seen;
      }),
    );
    const person = slack.person('U1');
    await Promise.all(Array.from({ length: 30 }, () => person.say('C1', '你好')));
    const [first = 0, second = 0] = counts.map(({ count }) => count);
    expect(first + second).toBe(30);
    expect(Math.min(first, second)).toBeGreaterThan(0);
  });

  test('turns the eleventh connection away', async () => {
    await Promise.all(Array.from({ length: 10 }, () => connect(slack)));
    const { url } = await callApi(slack, 'apps.connections.open', {}, slack.appToken);
    const eleventh = new WebSocket(String(url));
    const [message] = (await once(eleventh, 'message')) as [Buffer];
    expect(fieldsIn(JSON.parse(String(message)))).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    });
  });

  test('sends again what was not acknowledged, and says which time it is', async () => {
    const socket = await connect(slack);
    const retries: unknown[] = [];
    socket.on('message', (data) => {
      const { envelope_id: id, retry_attempt, retry_reason } = fieldsIn(JSON.parse(String(data)));
      retries.push([retry_attempt, retry_reason]);
      if (retries.length === 3) {
        socket.send(JSON.stringify({ envelope_id: id, payload: {} }));
      }
    });
    const { acks } = await slack.person('U1').say('C1', '你好');
    expect(acks).toMatchObject([{ acknowledged: true, attempts: 3 }]);
    expect(retries).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ]);
  });

  test('gives up after the last try', async () => {
    await connect(slack);
    const { acks } = await slack.person('U1').say('C1', '你好');
    expect(acks).toMatchObject([{ acknowledged: false, attempts: 3, reason: 'timeout' }]);
  });

  test('counts an event as failed at once when its connection breaks or there is none', async () => {
    const { acks } = await slack.person('U1').say('C1', '没有人在听');
    expect(acks).toMatchObject([{ acknowledged: false, reason: 'connection_failed' }]);
    const socket = await connect(slack);
    socket.on('message', () => {
      slack.sockets.drop();
    });
    const dropped = await slack.person('U1').say('C1', '你好');
    expect(dropped.acks).toMatchObject([{ acknowledged: false, reason: 'connection_failed' }]);
    expect(slack.sockets.size).toBe(0);
  });
});

describe('a Bolt app on the socket server', () => {
  let slack: FakeSlack;
  let bolt: MinimalApp;

  beforeEach(async () => {
    slack = await startFakeSlack({ redelivery: { ackTimeoutMs: 300, delaysMs: [400, 400, 400] } });
    bolt = createMinimalApp(slack, 'socket', { clientPingTimeoutMs: PING_MS });
  });

  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  const reconnected = () =>
    slack.until(() => slack.sockets.opened === 2 && slack.sockets.size === 1);

  test('says goodbye when it stops', async () => {
    await bolt.start();
    await bolt.stop();
    await slack.until(() => slack.sockets.size === 0);
    expect(slack.sockets.closeCodes).toEqual([1000]);
  });

  test('comes back when Slack asks it to leave', async () => {
    await bolt.start();
    slack.sockets.disconnect('refresh_requested');
    await reconnected();
  });

  test('comes back when the connection breaks, and gets what it had not acknowledged', async () => {
    const heard: unknown[] = [];
    bolt.app.message(async ({ event, context }) => void heard.push([event.ts, context.retryNum]));
    await bolt.start();
    slack.sockets.drop();
    const { ts, acks } = await slack.person('U1').say('C1', '你好');
    expect(acks).toMatchObject([{ acknowledged: true }]);
    await slack.until(() => heard.length > 0);
    expect(heard).toEqual([[ts, acks[0] ? acks[0].attempts - 1 : 0]]);
  });

  test('notices a connection that has gone deaf', async () => {
    await bolt.start();
    slack.sockets.deafen();
    await reconnected();
  });

  test('never starts without a hello', async () => {
    slack.sockets.greet(false);
    const started = bolt.start().then(() => 'started');
    await slack.until(() => slack.sockets.size === 1);
    const waited = new Promise((resolve) => setTimeout(resolve, 100, 'waiting'));
    expect(await Promise.race([started, waited])).toBe('waiting');
    slack.sockets.greet(true);
    slack.sockets.drop();
    expect(await started).toBe('started');
  });

  test('survives what is no envelope', async () => {
    await bolt.start();
    slack.sockets.sendRaw('not json');
    slack.sockets.sendRaw('{"type":"unheard_of"}');
    const { acks } = await slack.person('U1').say('C1', '你好');
    expect(acks).toMatchObject([{ acknowledged: true, attempts: 1 }]);
  });

  test('finds the door closed while connections are refused', async () => {
    await bolt.start();
    const fault = { kind: 'error', error: 'internal_error' } as const;
    slack.faults.add({ methods: ['apps.connections.open'], fault, times: 2 });
    slack.sockets.drop();
    await reconnected();
    expect(slack.faults.struck).toBe(2);
  });

  test('loses its connection again and again on a schedule', async () => {
    await bolt.start();
    const stop = slack.sockets.dropEvery(100);
    await slack.until(() => slack.sockets.opened >= 3);
    stop();
    await slack.until(() => slack.sockets.size === 1);
  });
});
