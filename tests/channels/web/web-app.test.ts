import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWebApp } from '../../../src/channels/web/create-web-app.tsx';
import { listen } from '../../../src/channels/web/listen.ts';
import { createFakeApp } from '../fake-app.ts';
import { type FakeWeb, startFakeWeb } from './fake-web.ts';

let web: FakeWeb;

beforeAll(async () => {
  web = await startFakeWeb();
});
afterAll(() => web.close());

test.each(['/', '/?q=城镇化率', '/documents/sample-14fyp', '/nowhere', '/assets/style.css'])(
  '%s allows no script and hides the server',
  async (path) => {
    const { headers } = await web.get(path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('script-src');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.has('x-powered-by')).toBe(false);
  },
);

test('pages hold neither scripts nor inline styles', async () => {
  for (const path of ['/', '/?q=城镇化率', '/documents/sample-14fyp', '/nowhere']) {
    expect(await web.read(path)).not.toMatch(/<script|<style| style=| on\w+=/u);
  }
});

test('an address that leads nowhere is a Chinese 404', async () => {
  const response = await web.get('/nowhere');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('没有这个页面');
});

test('an address that cannot be read is told so', async () => {
  const response = await web.get('/documents/%E0%A4%A');
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('地址不完整');
});

test('HEAD is answered without a body', async () => {
  for (const path of ['/', '/documents/sample-14fyp', '/healthz']) {
    const response = await web.get(path, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  }
});

test('style and icon are served with their types', async () => {
  const style = await web.get('/assets/style.css');
  expect(style.headers.get('content-type')).toContain('text/css');
  expect(await style.text()).toContain(':target');
  const icon = await web.get('/assets/icon.svg');
  expect(icon.headers.get('content-type')).toContain('image/svg+xml');
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
  const handler = createWebApp(createFakeApp(), { error: () => undefined });
  await expect(listen(handler, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringContaining(`YOUJU_PORT=${port + 1}`),
  });
});

test('a host that is not here is told with what to check', async () => {
  const handler = createWebApp(createFakeApp(), { error: () => undefined });
  await expect(listen(handler, { host: '203.0.113.1', port: 0 })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('YOUJU_HOST'),
  });
});
