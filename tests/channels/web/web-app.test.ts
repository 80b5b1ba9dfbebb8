import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWebApp } from '../../../src/channels/web/create-web-app.ts';
import { listen } from '../../../src/channels/web/listen.ts';
import { createFakeApp } from '../fake-app.ts';
import { type FakeWeb, OPEN, PUBLIC_URL, startFakeWeb } from './fake-web.ts';

const silent = { warn: () => undefined, error: () => undefined };
let web: FakeWeb;

beforeAll(async () => {
  web = await startFakeWeb();
});
afterAll(() => web.close());

const PAGES = ['/', '/?q=城镇化率', '/documents/sample-14fyp', '/nowhere'];

test.each([...PAGES, '/healthz'])(
  '%s runs only our own files and hides the server',
  async (path) => {
    const { headers } = await web.get(path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.has('x-powered-by')).toBe(false);
  },
);

test.each(PAGES)('%s holds no script and no style of its own', async (path) => {
  const html = await web.read(path);
  expect(html).not.toMatch(/<style| style=| on\w+=|javascript:/u);
  expect(html.match(/<script[^>]*>/gu) ?? []).toEqual(
    html.match(/<script type="module" src="\/assets\/[\w-]+\.js">/gu) ?? [],
  );
});

test('an address that leads nowhere is a Chinese 404', async () => {
  const response = await web.get('/nowhere');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('没有这个页面');
});

test('an address that cannot be read is told so', async () => {
  const response = await web.get('/documents/%E0%A4%A');
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('读不懂这个请求');
});

test('HEAD is answered without a body', async () => {
  for (const path of ['/', '/documents/sample-14fyp', '/healthz']) {
    const response = await web.get(path, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  }
});

test.each([
  ['style', 'text/css'],
  ['icon', 'image/svg+xml'],
  ['reading', 'text/javascript'],
] as const)('%s is served under a name of its content, to be kept for long', async (name, type) => {
  const address = web.assets.addressOf(name);
  const { status, headers } = await web.get(address);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain(type);
  expect(headers.get('cache-control')).toContain('immutable');
  expect(address).toMatch(/-[A-Z0-9]{8}\./u);
});

test('an unchanged page is not sent again', async () => {
  const { headers } = await web.get('/');
  const etag = headers.get('etag') ?? '';
  // Without this header fetch asks for a fresh copy.
  const again = { headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' } };
  expect((await web.get('/', again)).status).toBe(304);
});

test('/healthz tells that it runs', async () => {
  const response = await web.get('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    generation: 'g1',
    endpoint: null,
    embeddings: null,
  });
});

test('a port in use is told with what to do', async () => {
  const port = Number(new URL(web.address).port);
  const handler = createWebApp({
    app: createFakeApp(),
    assets: web.assets,
    log: silent,
    config: OPEN,
    publicUrl: PUBLIC_URL,
  });
  await expect(listen(handler, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringContaining(`YOUJU_PORT=${port + 1}`),
  });
});

test('a host that is not here is told with what to check', async () => {
  const handler = createWebApp({
    app: createFakeApp(),
    assets: web.assets,
    log: silent,
    config: OPEN,
    publicUrl: PUBLIC_URL,
  });
  await expect(listen(handler, { host: '203.0.113.1', port: 0 })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('YOUJU_HOST'),
  });
});
