import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { WebConfig } from '../../../../src/config/web-config.ts';
import { Secret } from '../../../../src/secret.ts';
import { createFakeApp } from '../../fake-app.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

const PASSWORD = '好密码 with spaces';
const html = { accept: 'text/html', redirect: 'manual' } as const;

let web: FakeWeb;
const app = createFakeApp();
const start = async (config: Partial<WebConfig>): Promise<void> => {
  web = await startFakeWeb(app, config);
};
afterEach(() => web.close());

const getPage = (path: string, headers: HeadersInit = {}) =>
  web.get(path, { redirect: html.redirect, headers: { accept: html.accept, ...headers } });

const signIn = (password: string, next = '/documents/sample-14fyp') =>
  web.get('/sign-in', {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: web.address },
    body: new URLSearchParams({ password, next }),
  });

const cookieOf = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('a shared password', () => {
  test('leads to a page that asks for it, and from there to where one wanted to go', async () => {
    await start({ password: new Secret(PASSWORD) });
    const sent = await getPage('/?q=城镇化率');
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toMatch(/^\/sign-in\?next=%2F%3Fq%3D/u);
    const form = await web.read(sent.headers.get('location') ?? '');
    expect(form).toContain('name="password"');
    expect(form).toContain('name="next" value="/?q=');

    const entered = await signIn(PASSWORD);
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/documents/sample-14fyp');
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/u);
    const page = await getPage('/documents/sample-14fyp', { cookie: cookieOf(entered) });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('退出登录');
  });

  test('a wrong one opens nothing, and is not tried for ever', async () => {
    await start({ password: new Secret(PASSWORD) });
    const wrong = await signIn('wrong');
    expect(wrong.status).toBe(401);
    expect(wrong.headers.has('set-cookie')).toBe(false);
    expect(await wrong.text()).toContain('密码不对');
    const statuses = [];
    for (let tried = 0; tried < 12; tried += 1) statuses.push((await signIn('wrong')).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await signIn(PASSWORD)).status).toBe(429);
  });

  test.each(['/', '/documents/sample-14fyp', '/nowhere', '/ask/stream?q=甲', '/feedback'])(
    'without it %s shows nothing',
    async (path) => {
      await start({ password: new Secret(PASSWORD) });
      const asked = app.asked.length;
      const response = await getPage(path);
      expect([303, 401]).toContain(response.status);
      expect(await response.text()).not.toContain('样例区');
      expect(app.asked).toHaveLength(asked);
    },
  );

  test('programs are told instead of shown a form', async () => {
    await start({ password: new Secret(PASSWORD) });
    expect((await getPage('/ask/stream?q=甲')).status).toBe(401);
    expect((await web.get('/', { headers: { accept: 'application/json' } })).status).toBe(401);
  });

  test('leaving is leaving', async () => {
    await start({ password: new Secret(PASSWORD) });
    const cookie = cookieOf(await signIn(PASSWORD));
    const headers = { origin: web.address, cookie };
    const left = await web.get('/sign-out', { method: 'POST', redirect: 'manual', headers });
    expect(left.headers.get('set-cookie')).toMatch(/^youju_session=;.*1970/u);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', ''])(
    'it never leads to %j',
    async (next) => {
      await start({ password: new Secret(PASSWORD) });
      expect((await signIn(PASSWORD, next)).headers.get('location')).toBe('/');
    },
  );

  test('style, icon and health need none', async () => {
    await start({ password: new Secret(PASSWORD) });
    for (const path of [web.assets.addressOf('style'), web.assets.addressOf('icon'), '/healthz'])
      expect((await web.get(path)).status).toBe(200);
  });
});

describe('a proxy that signs people in', () => {
  const config = { authHeader: 'x-forwarded-user' };
  const give = (headers: HeadersInit) =>
    web.get('/feedback', {
      method: 'POST',
      headers: { origin: web.address, ...headers },
      body: new URLSearchParams({ answer: randomUUID(), helpful: 'yes' }),
    });

  test('says who asks, and that is kept with what they say', async () => {
    await start(config);
    expect((await getPage('/', { 'X-Forwarded-User': 'wang' })).status).toBe(200);
    expect((await give({ 'X-Forwarded-User': 'wang' })).status).toBe(200);
    expect(app.given.at(-1)?.author).toBe('web:wang');
  });

  test.each([{}, { 'X-Forwarded-User': ' ' }])(
    'nobody named, nobody let in: %j',
    async (headers) => {
      await start(config);
      const response = await getPage('/', headers);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('请先登录');
    },
  );

  test('is not believed where it is not the one named', async () => {
    await start({ ...config, trustedProxies: ['10.0.0.2'] });
    expect((await getPage('/', { 'X-Forwarded-User': 'wang' })).status).toBe(401);
  });
});

describe('many requests', () => {
  test('from one address are refused beyond the limit, with when to come again', async () => {
    await start({ requestsPerMinute: 3 });
    const statuses = [];
    for (let sent = 0; sent < 4; sent += 1) statuses.push((await web.get('/')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await web.get('/documents/sample-14fyp');
    expect(await refused.text()).toContain('请求太频繁');
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/u);
    expect((await web.get('/healthz')).status).toBe(200);
  });

  test('are counted by the address a trusted proxy tells', async () => {
    await start({ requestsPerMinute: 1 });
    const from = async (address: string) =>
      (await web.get('/', { headers: { 'X-Forwarded-For': address } })).status;
    expect([await from('10.1.1.1'), await from('10.1.1.2'), await from('10.1.1.1')]).toEqual([
      200, 200, 429,
    ]);
  });
});
