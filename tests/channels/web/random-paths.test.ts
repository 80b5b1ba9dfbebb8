import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { listen } from '../../../src/channels/web/listen.ts';
import { createFakeApp, type FakeApp } from '../fake-app.ts';
import { type FakeWeb, startFakeWeb } from './fake-web.ts';
import { fetchRaw } from './raw-request.ts';

const REQUESTS = 10_000;
const PIECES = [
  ...[
    '/',
    '/',
    '..',
    '.',
    '//',
    '%2e%2e',
    '%2F',
    '%5C',
    '%00',
    '%',
    '%E6%B7%84',
    '%ED%A0%80',
    '%zz',
  ],
  ...['documents', 'p', 'pages', 'assets', 'ask', 'stream', 'api', 'search', 'compare', 'tasks'],
  ...['sample-14fyp', 'urban', 'etc', 'passwd', 'package.json', 'constructor', '__proto__', ':id'],
  ...[
    '?',
    '&',
    '=',
    '#',
    'q=',
    'document=',
    'w=urban.0-9',
    't=',
    'beside',
    'changed',
    '*',
    '(',
    ')',
  ],
  ...[
    "'",
    '"',
    '<script>',
    ';',
    '+',
    '~',
    '@',
    '[',
    ']',
    '{',
    '}',
    '|',
    '^',
    '`',
    '\\',
    '9'.repeat(40),
  ],
];

let app: FakeApp;
let web: FakeWeb;

beforeAll(async () => {
  app = createFakeApp();
  web = await startFakeWeb(app);
});
afterAll(() => web.close());

test(`${REQUESTS} requests with random paths are all answered, none with a fault`, async () => {
  const random = createRandom(6);
  const pick = (): string => PIECES[Math.floor(random() * PIECES.length)] ?? '';
  const paths = Array.from(
    { length: REQUESTS },
    () => `/${Array.from({ length: 1 + Math.floor(random() * 8) }, pick).join('')}`,
  );
  const statuses = new Map<number | undefined, number>();
  const left = [...paths];
  const send = async (): Promise<void> => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const { status, body } = await fetchRaw(web.address, path);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== undefined && status >= 500) throw new Error(`${path} → ${status}`);
      if (body.includes('root:') || body.includes('"devDependencies"'))
        throw new Error(`${path} leaks`);
    }
  };
  await Promise.all(Array.from({ length: 20 }, send));
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(REQUESTS);
  expect(statuses.get(404)).toBeGreaterThan(REQUESTS / 10);
  expect(web.logged).toEqual([]);
  expect((await web.get('/healthz')).status).toBe(200);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'])('%s changes nothing', async (method) => {
  const given = app.given.length;
  const response = await web.get('/documents/sample-14fyp', { method });
  expect(response.status === 404 || response.headers.get('allow') !== null).toBe(true);
  expect(app.given).toHaveLength(given);
});

test('who asks for much and never reads it is cut', async () => {
  const server = await listen((_request, response) => void response.end(Buffer.alloc(50_000_000)), {
    host: '127.0.0.1',
    port: 0,
    idleMs: 300,
  });
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname).pause();
  const ended = new Promise<void>((resolve) => {
    socket.on('error', () => resolve()).on('close', () => resolve());
  });
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  // Writing finds out that nobody is there, without reading anything.
  const knocking = setInterval(() => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), 50);
  await ended;
  clearInterval(knocking);
  await server.close();
});
