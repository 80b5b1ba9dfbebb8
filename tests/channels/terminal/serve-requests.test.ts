import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Metrics } from '../../../src/channels/metrics.ts';
import type { RunningSlack } from '../../../src/channels/slack/start-slack.ts';
import { serveRequests } from '../../../src/channels/terminal/serve-requests.ts';
import { createFakeApp } from '../fake-app.ts';

const HEALTH = {
  transport: 'http',
  connectedSeconds: 12,
  queue: { running: 1, waiting: 2 },
  unfinished: 3,
} as const;

const slack: RunningSlack = {
  requests: (_request, response) => void response.end('slack'),
  health: () => HEALTH,
  denialOf: async () => undefined,
  close: async () => undefined,
};

async function serve(withSlack: RunningSlack | null): Promise<(path: string) => Promise<Response>> {
  const metrics = new Metrics();
  metrics.answered('mention', 'answered', 0.2);
  metrics.callFailed('chat.postMessage', 'ratelimited');
  metrics.watch(() => ({ running: 1, waiting: 2, isConnected: true }));
  const server = createServer(
    serveRequests({
      app: createFakeApp(),
      web: (_request, response) => void response.end('pages'),
      slack: withSlack,
      metrics,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // An open TCP server has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return (path) => fetch(`http://127.0.0.1:${port}${path}`);
}

test('/healthz tells of the index and of Slack', async () => {
  const get = await serve(slack);
  expect(await (await get('/healthz')).json()).toEqual({
    status: 'ok',
    generation: 'g1',
    endpoint: null,
    embeddings: null,
    slack: HEALTH,
  });
  expect(await (await (await serve(null))('/healthz')).json()).toMatchObject({ slack: null });
});

test('/metrics is what Prometheus reads, and names nobody', async () => {
  const response = await (await serve(slack))('/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toContain('youju_slack_questions_total{surface="mention",outcome="answered"} 1');
  expect(text).toContain('youju_slack_waiting 2');
  expect(text).toContain('youju_slack_connected 1');
  expect(text).toContain(
    'youju_slack_call_failures_total{method="chat.postMessage",reason="ratelimited"} 1',
  );
  expect(text).toContain('youju_process_resident_memory_bytes');
});

test('the rest goes to Slack’s part or to the pages', async () => {
  const get = await serve(slack);
  expect(await (await get('/slack/events')).text()).toBe('slack');
  expect(await (await get('/?q=1')).text()).toBe('pages');
  expect(await (await (await serve(null))('/slack/events')).text()).toBe('pages');
});
