import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../../../src/app.ts';
import { loadConfig } from '../../../../src/config.ts';
import { buildRealIndex } from '../../../real-index.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

let folder: string;
let app: App;
let web: FakeWeb;
let passageId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-seen-'));
  const file = join(folder, 'access.json');
  await writeFile(file, JSON.stringify({ rules: [{ places: ['淄川区'], people: ['王芳'] }] }));
  app = await createApp(
    loadConfig({
      YOUJU_INDEX_DIR: await buildRealIndex(),
      YOUJU_STATE_DIR: folder,
      YOUJU_ACCESS: file,
    }),
  );
  web = await startFakeWeb(app, { authHeader: 'x-forwarded-user' });
  passageId = app.document('zichuan-14fyp').passages[20]?.id ?? '';
});
afterAll(async () => {
  await web.close();
  await app.close();
  await rm(folder, { recursive: true });
});

async function read(path: string, person: string): Promise<{ status: number; text: string }> {
  // Headers are sent a byte a letter.
  const name = Buffer.from(person).toString('latin1');
  const response = await web.get(path, { headers: { 'X-Forwarded-User': name } });
  return { status: response.status, text: await response.text() };
}

const ADDRESSES = [
  '/',
  '/?q=淄川区2025年常住人口城镇化率的目标是多少？',
  '/?q=各区城镇化率对比',
  '/documents',
  '/documents/zichuan-14fyp',
  '/documents/none',
  '/documents/zichuan-14fyp/about',
  '/compare',
  '/compare.csv?indicator=森林覆盖率',
  '/compare/theme?theme=养老',
  '/find?q=zichuan',
  '/present?q=淄川区2025年常住人口城镇化率的目标是多少？',
  '/compare?name=常住人口城镇化率',
  '/search?q=养老',
  '/tasks',
  '/api/documents',
  '/api/documents/zichuan-14fyp',
  '/api/documents/zichuan-14fyp/outline',
  '/api/ask?q=淄川区2025年常住人口城镇化率的目标是多少？',
  '/api/search?q=养老&limit=100',
  '/api/search?q=养老&document=zichuan-14fyp',
  '/api/indicators',
  '/api/tasks',
];

describe('what one may not see is on no page and in no answer of the service', () => {
  test.each(ADDRESSES)('%s', async (address) => {
    const { text } = await read(address, 'li');
    const asked = decodeURIComponent(address).replace(/^.*[/=]/u, '');
    // What was asked for is said again, and is no news to whoever asked.
    const said = text.replaceAll(asked, '').replaceAll('没有编号为 zichuan-14fyp', '');
    expect(said).not.toMatch(/zichuan-(?:14fyp|2023-tasks)[^/"?&]|淄川区“十四五”规划|川政发/u);
  });

  test('a passage by its id neither', async () => {
    const { text } = await read(`/api/passages?id=${passageId}`, 'li');
    expect(JSON.parse(text)).toEqual({ passages: [], missing: [passageId] });
    const whole = await read(`/api/passages?id=${passageId}`, '王芳');
    expect(whole.text).toContain('zichuan-14fyp');
  });
});

test('whoever may see it sees it, whatever others were shown before', async () => {
  for (const [person, status] of [
    ['li', 404],
    ['王芳', 200],
    ['li', 404],
  ] as const)
    expect((await read('/documents/zichuan-14fyp', person)).status).toBe(status);
});

test('a shared answer opens to those who may see the documents it cites, and is nothing to others', async () => {
  const name = Buffer.from('王芳').toString('latin1');
  const shared = await web.get('/share', {
    method: 'POST',
    headers: { 'X-Forwarded-User': name },
    body: new URLSearchParams({ q: '淄川区2025年常住人口城镇化率的目标是多少？' }),
    redirect: 'manual',
  });
  const address = shared.headers.get('location') ?? '';
  expect(address).toMatch(/^\/s\/[\w-]{20}$/u);
  expect((await read(address, '王芳')).text).toContain('2025年目标');
  const others = await read(address, 'li');
  expect(others.status).toBe(404);
  expect(others.text).not.toMatch(/城镇化率|淄川/u);
  // Nor is it theirs to take back.
  const revoked = await web.get(`${address}/revoke`, {
    method: 'POST',
    headers: { 'X-Forwarded-User': 'li' },
  });
  expect(revoked.status).toBe(403);
  expect((await read(address, '王芳')).status).toBe(200);
});

test('a page kept by a browser is not shown to who reads there next', async () => {
  const asked = (person: string, etag: string): Promise<Response> =>
    web.get('/compare', {
      headers: {
        'X-Forwarded-User': Buffer.from(person).toString('latin1'),
        'If-None-Match': etag,
        'Cache-Control': 'max-age=0',
      },
    });
  const etag = (await asked('王芳', '')).headers.get('etag') ?? '';
  expect((await asked('王芳', etag)).status).toBe(304);
  expect((await asked('li', etag)).status).not.toBe(304);
});
