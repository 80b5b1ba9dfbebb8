import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { YoujuError } from '../../../../src/errors.ts';
import { createFakeApp, sampleAnswer } from '../../fake-app.ts';
import { startFakeWeb } from '../fake-web.ts';
import { type RealWeb, startRealWeb } from '../real-web.ts';
import { type Description, publishedSchema, readDescription } from './published-schema.ts';

let web: RealWeb;
let description: Description;

beforeAll(async () => {
  web = await startRealWeb();
  description = readDescription(await (await web.get('/api/openapi.json')).json());
});
afterAll(() => web.close());

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The response's JSON, after it passed for what the service says of it. */
async function checked(response: Response, method: string, path: string): Promise<unknown> {
  const json: unknown = await response.json();
  const result = publishedSchema(description, method, path, response.status).safeParse(json);
  expect(result.error?.issues ?? [], `${method} ${path} ${response.status}`).toEqual([]);
  return json;
}

const post = (body: string, type = 'application/json'): Promise<Response> =>
  web.get('/api/ask', { method: 'POST', body, headers: { 'Content-Type': type } });

async function problemOf(response: Response): Promise<{ code: string; message: string }> {
  expect(response.headers.get('content-type')).toContain('application/json');
  return errorSchema.parse(await response.json()).error;
}

describe('what the service says of itself', () => {
  test('names every operation once, and only schemas that are there', () => {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId)).toEqual([
      'ask',
      'askInConversation',
      'prove',
      'search',
      'readPassages',
      'listIndicators',
      'listTasks',
      'listDocuments',
      'readDocument',
      'readOutline',
    ]);
    const text = JSON.stringify(description);
    for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/gu))
      expect(description.components.schemas).toHaveProperty(name);
    expect(text).not.toContain('$schema');
  });

  test('tells which parameters are needed', () => {
    const { parameters = [] } = description.paths['/api/search']?.get ?? {};
    expect(parameters.map(({ name, required }) => [name, required])).toEqual([
      ['q', true],
      ['document', false],
      ['limit', false],
    ]);
  });

  test('is strict: what it does not name does not pass', async () => {
    const json = z
      .record(z.string(), z.unknown())
      .parse(await (await web.get('/api/documents')).json());
    const schema = publishedSchema(description, 'get', '/api/documents', 200);
    expect(schema.safeParse(json).success).toBe(true);
    expect(schema.safeParse({ ...json, more: 1 }).success).toBe(false);
    expect(schema.safeParse({ documents: [{ id: 'a' }] }).success).toBe(false);
  });
});

describe('asking', () => {
  test('answers as the contract words it', async () => {
    const response = await web.get(`/api/ask?${new URLSearchParams({ q: QUESTION })}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const json = await checked(response, 'get', '/api/ask');
    expect(json).toMatchObject({ outcome: 'answered' });
    expect(JSON.stringify(json)).toContain('75%');
  });

  test.each([
    '各区森林覆盖率对比',
    '区发改局牵头哪些任务？',
    '淄川区“十四五”规划有哪几章？',
    '淄川区2025年常住人口城镇化率比2020年高多少？',
    '火星基地什么时候建成？',
    '！！！',
  ])('%s', async (q) => {
    await checked(await web.get(`/api/ask?${new URLSearchParams({ q })}`), 'get', '/api/ask');
  });

  test('goes on from earlier questions, within the documents named', async () => {
    const first = await post(JSON.stringify({ question: '那周村呢？', turns: [QUESTION] }));
    expect(JSON.stringify(await checked(first, 'post', '/api/ask'))).toContain('80%');
    const documentIds = ['zibo-hitech-14fyp'];
    const second = await post(JSON.stringify({ question: '城镇化率目标', documentIds }));
    expect(JSON.stringify(await checked(second, 'post', '/api/ask'))).toContain('93%');
  });
});

describe('searching and reading', () => {
  test('finds passages with their places', async () => {
    const response = await web.get(`/api/search?${new URLSearchParams({ q: '养老', limit: '3' })}`);
    const json = await checked(response, 'get', '/api/search');
    const { passages } = z
      .object({ passages: z.array(z.object({ path: z.string() })) })
      .parse(json);
    expect(passages).toHaveLength(3);
    expect(passages[0]?.path).toMatch(/^\/documents\/[\w-]+#p-/u);
  });

  test('lists the documents, and each with all it holds', async () => {
    const list = await checked(await web.get('/api/documents'), 'get', '/api/documents');
    expect(list).toMatchObject({ documents: { length: 5 } });
    for (const { id } of web.app.documents()) {
      const response = await web.get(`/api/documents/${id}`);
      const json = await checked(response, 'get', '/api/documents/{id}');
      const { indicators, responsibilities } = web.app.document(id);
      expect(json).toMatchObject({
        id,
        indicators: { length: indicators.length },
        responsibilities: { length: responsibilities.length },
      });
    }
  });

  test('a document unchanged is not sent again', async () => {
    const { headers } = await web.get('/api/documents/zichuan-14fyp');
    const again = { 'If-None-Match': headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' };
    expect((await web.get('/api/documents/zichuan-14fyp', { headers: again })).status).toBe(304);
  });
});

describe('a request that cannot be served', () => {
  test.each([
    ['/api/ask', '/api/ask', 400, 'INPUT_INVALID', 'q：应是 1 到 2000 字的文字'],
    ['/api/ask?q=%20', '/api/ask', 400, 'INPUT_INVALID', '应是 1 到 2000 字'],
    [`/api/ask?q=${'淄'.repeat(2001)}`, '/api/ask', 400, 'INPUT_INVALID', '应是 1 到 2000 字'],
    ['/api/ask?q=甲&document=none', '/api/ask', 404, 'DOCUMENT_UNKNOWN', 'none'],
    ['/api/search?q=甲&limit=0', '/api/search', 400, 'INPUT_INVALID', 'limit'],
    ['/api/search?q=甲&limit=x', '/api/search', 400, 'INPUT_INVALID', 'limit'],
    ['/api/documents/none', '/api/documents/{id}', 404, 'DOCUMENT_UNKNOWN', 'none'],
    ['/api/documents/%E0%A4%A', '/api/documents/{id}', 400, 'INPUT_INVALID', '读不懂'],
  ])('%s', async (address, path, status, code, message) => {
    const response = await web.get(address);
    expect(response.status).toBe(status);
    const json = await checked(response, 'get', path);
    expect(json).toEqual({ error: { code, message: expect.stringContaining(message) } });
  });

  test.each([
    ['{bad', 'application/json', 400, '读不懂'],
    ['[]', 'application/json', 400, '请求有误'],
    ['{"question":"甲","other":1}', 'application/json', 400, 'other'],
    ['{"question":7}', 'application/json', 400, 'question：'],
    ['question=甲', 'application/x-www-form-urlencoded', 400, 'application/json'],
    [
      JSON.stringify({ question: '甲', turns: Array(21).fill('乙') }),
      'application/json',
      400,
      'turns',
    ],
    [JSON.stringify({ question: '甲'.repeat(80_000) }), 'application/json', 413, '太长'],
  ])('a body of %.40s', async (body, type, status, message) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(await checked(response, 'post', '/api/ask')).toMatchObject({
      error: { message: expect.stringContaining(message) },
    });
  });

  test('an address of no operation is told in JSON', async () => {
    for (const path of ['/api/none', '/api/ask/none', '/api/documents/a/b']) {
      const response = await web.get(path);
      expect(response.status).toBe(404);
      expect((await problemOf(response)).code).toBe('NOT_FOUND');
    }
    expect((await web.get('/api/search', { method: 'POST' })).status).toBe(404);
  });

  test('an unforeseen error keeps its details to itself', async () => {
    const fake = await startFakeWeb(
      createFakeApp((question) => {
        if (question === '索引') throw new YoujuError('INDEX_DAMAGED', '索引已损坏。');
        throw new Error('secret detail');
      }),
    );
    const broken = await fake.get('/api/ask?q=坏');
    expect([broken.status, (await problemOf(broken)).code]).toEqual([500, 'INTERNAL']);
    const damaged = await fake.get('/api/ask?q=索引');
    expect(damaged.status).toBe(503);
    expect(await problemOf(damaged)).toEqual({ code: 'INDEX_DAMAGED', message: '索引已损坏。' });
    expect(fake.logged).toHaveLength(2);
    await fake.close();
  });
});

test('work ends when the one who asked has left, and nothing is logged', async () => {
  const left = new AbortController();
  const fakeApp = createFakeApp();
  let ended: Promise<void> | undefined;
  const fake = await startFakeWeb({
    ...fakeApp,
    ask: (_question, options) => {
      ended = new Promise((resolve) => options?.signal?.addEventListener('abort', () => resolve()));
      left.abort();
      return ended.then(() => Promise.reject(options?.signal?.reason));
    },
  });
  await expect(fake.get('/api/ask?q=甲', { signal: left.signal })).rejects.toThrow();
  await ended;
  await fake.close();
  expect(fake.logged).toEqual([]);
});

test('the page about it shows what there is and where the description lies', async () => {
  const html = await web.read('/api');
  expect(html).toContain('GET /api/documents/:id');
  expect(html).toContain('href="/api/openapi.json"');
});

test('markup in a question comes back as data, never as a page', async () => {
  const fake = await startFakeWeb(createFakeApp((question) => sampleAnswer({ question })));
  const response = await fake.get('/api/ask?q=<script>alert(1)</script>');
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  await fake.close();
});
