import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../../src/app.ts';
import { createMcpRequests } from '../../../src/channels/mcp/mcp-requests.ts';
import { SignIn } from '../../../src/channels/mcp/sign-in.ts';
import type { WebConfig } from '../../../src/config/web-config.ts';
import { loadConfig } from '../../../src/config.ts';
import { Secret } from '../../../src/secret.ts';
import { buildRealIndex } from '../../real-index.ts';
import { type FakeWeb, startFakeWeb } from '../web/fake-web.ts';

const TOKEN = 'a-token-for-other-assistants';
const SLACK_SECRET = 'a-signing-secret';
const PUBLIC_URL = 'http://plans.test';

let folder: string;
let app: App;
const started: FakeWeb[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-mcp-'));
  const file = join(folder, 'access.json');
  const rules = [{ places: ['淄川区'], people: ['wang', 'U0WANG'], groups: ['规划处'] }];
  await writeFile(file, JSON.stringify({ rules }));
  app = await createApp(
    loadConfig({
      YOUJU_INDEX_DIR: await buildRealIndex(),
      YOUJU_STATE_DIR: folder,
      YOUJU_ACCESS: file,
      YOUJU_CAUTION: '0',
    }),
  );
});
afterAll(async () => {
  await Promise.all(started.map((web) => web.close()));
  await app.close();
  await rm(folder, { recursive: true });
});

interface Served {
  readonly token?: string;
  readonly slackSecret?: string;
  readonly web?: Partial<WebConfig>;
}

async function serve({ token, slackSecret, web = {} }: Served = {}): Promise<FakeWeb> {
  const signIn = new SignIn({
    token: token === undefined ? null : new Secret(token),
    slackSecret: slackSecret === undefined ? null : new Secret(slackSecret),
    slackDenial: async ({ userId }) => (userId === 'U0GUEST' ? '访客不能提问。' : undefined),
    nowMs: Date.now,
  });
  const log = { info: () => undefined, error: () => undefined };
  const requests = createMcpRequests({
    ...{ app, publicUrl: PUBLIC_URL, signIn, log },
    hosts: ['127.0.0.1', 'plans.test'],
  });
  const served = await startFakeWeb(app, web, undefined, requests);
  started.push(served);
  return served;
}

async function connect(web: FakeWeb, options: Fetching = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`${web.address}/mcp`), options);
  // Its optional members are typed without `undefined`, the interface with it.
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

type Fetching = NonNullable<ConstructorParameters<typeof StreamableHTTPClientTransport>[1]>;
const withHeaders = (headers: Record<string, string>): Fetching => ({ requestInit: { headers } });

/** As Slack asks for somebody. */
const bySlack = (userId: string, secret = SLACK_SECRET): Fetching => ({
  fetch: (url, init) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signed = createHmac('sha256', secret).update(`v0:${timestamp}:${init?.body ?? ''}`);
    const headers = new Headers(init?.headers);
    headers.set('X-Slack-Request-Timestamp', timestamp);
    headers.set('X-Slack-Signature', `v0=${signed.digest('hex')}`);
    headers.set('X-Slack-User-Id', userId);
    headers.set('X-Slack-Team-Id', 'T0HOME');
    return fetch(url, { ...init, headers });
  },
});

async function documentsOf(client: Client): Promise<number> {
  const { structuredContent } = await client.callTool({ name: 'documents', arguments: {} });
  const { documents } = structuredContent as { documents: unknown[] };
  return documents.length;
}

const ALL = 5;
const OPEN_TO_ALL = 3;

describe('another assistant', () => {
  test('finds the tools of the web service, and gets answers with their proof', async () => {
    const client = await connect(await serve());
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'ask',
      'prove',
      'search',
      'passages',
      'indicators',
      'tasks',
      'documents',
      'outline',
    ]);
    // The client holds what comes back against what the tool says it gives.
    const question = '周村区2025年常住人口城镇化率的目标是多少？';
    const { structuredContent, isError } = await client.callTool({
      name: 'ask',
      arguments: { question },
    });
    expect(isError).toBeUndefined();
    const whole = JSON.stringify(await app.ask(question));
    expect(structuredContent).toMatchObject({ outcome: 'answered' });
    const { citations } = structuredContent as { citations: { quote: string; url: string }[] };
    expect(citations[0]?.url).toContain('/documents/zhoucun-14fyp#p-');
    for (const { quote } of citations) expect(whole).toContain(JSON.stringify(quote).slice(1, -1));
  });

  test('has what each tool gives checked by the description of that tool', async () => {
    const client = await connect(await serve());
    await client.listTools();
    for (const [name, given] of [
      ['search', { q: '养老', limit: 2 }],
      ['indicators', { name: '城镇化率' }],
      ['tasks', { department: '发改局' }],
      ['outline', { id: 'zhoucun-14fyp' }],
      ['passages', { id: ['none'] }],
    ] as const) {
      const { isError } = await client.callTool({ name, arguments: given });
      expect(isError, name).toBeUndefined();
    }
  });

  test.each([
    ['ask', {}, 'question'],
    ['ask', { question: '甲', documents: ['a'] }, 'documents'],
    ['search', { q: '甲'.repeat(2001) }, '1 到 2000 字'],
    ['prove', { sentence: '一句话。', passageIds: ['none'] }, 'none'],
    ['outline', { id: 'zichuan-14fyp' }, 'zichuan-14fyp'],
    ['write', {}, '没有 write 这个工具'],
  ])('is told what is wrong with what it gives to %s', async (name, given, word) => {
    const client = await connect(await serve());
    const { isError, content } = await client.callTool({ name, arguments: given });
    expect(isError).toBe(true);
    expect(JSON.stringify(content)).toContain(word);
    expect(JSON.stringify(content)).not.toContain('zichuan-2023');
  });

  test('that sends ten megabytes is told so', async () => {
    const client = await connect(await serve());
    const sent = client.callTool({ name: 'ask', arguments: { question: '问'.repeat(3_500_000) } });
    await expect(sent).rejects.toThrow('最多 1 MB');
    expect(await documentsOf(client)).toBe(OPEN_TO_ALL);
  });

  test('that asks very much at once gets an answer to each', async () => {
    const client = await connect(await serve());
    const all = Array.from({ length: 200 }, () => documentsOf(client));
    expect(new Set(await Promise.all(all))).toEqual(new Set([OPEN_TO_ALL]));
  });

  test('that comes from a page of another site is turned away', async () => {
    const web = await serve();
    const post = (headers: Record<string, string>): Promise<Response> =>
      web.get('/mcp', { method: 'POST', body: '{}', headers });
    expect((await post({ Origin: 'https://elsewhere.test' })).status).toBe(403);
    expect((await web.get('/mcp')).status).toBe(405);
    expect((await web.get('/mcp', { method: 'POST', body: '{bad' })).status).toBe(400);
  });
});

describe('who signs in', () => {
  test('with nothing, where nothing is asked for, sees what is open to all', async () => {
    expect(await documentsOf(await connect(await serve()))).toBe(OPEN_TO_ALL);
  });

  test('with the token is let in, without it or with another is not', async () => {
    const web = await serve({ token: TOKEN });
    const client = await connect(web, withHeaders({ Authorization: `Bearer ${TOKEN}` }));
    expect(await documentsOf(client)).toBe(OPEN_TO_ALL);
    await expect(connect(web)).rejects.toThrow();
    await expect(connect(web, withHeaders({ Authorization: 'Bearer x' }))).rejects.toThrow();
  });

  test('by the proxy has the rights of the pages', async () => {
    const web = await serve({
      web: { authHeader: 'x-forwarded-user', groupsHeader: 'x-forwarded-groups' },
    });
    const by = async (headers: Record<string, string>): Promise<number> =>
      documentsOf(await connect(web, withHeaders(headers)));
    expect(await by({ 'X-Forwarded-User': 'wang' })).toBe(ALL);
    expect(await by({ 'X-Forwarded-User': 'li' })).toBe(OPEN_TO_ALL);
    const groups = Buffer.from('规划处').toString('latin1');
    expect(await by({ 'X-Forwarded-User': 'li', 'X-Forwarded-Groups': groups })).toBe(ALL);
    await expect(connect(web)).rejects.toThrow();
  });

  test('by Slack has the rights they have there', async () => {
    const web = await serve({ slackSecret: SLACK_SECRET });
    expect(await documentsOf(await connect(web, bySlack('U0WANG')))).toBe(ALL);
    expect(await documentsOf(await connect(web, bySlack('U0LI')))).toBe(OPEN_TO_ALL);
    await expect(connect(web, bySlack('U0GUEST'))).rejects.toThrow('访客不能提问');
    await expect(connect(web, bySlack('U0WANG', 'another-secret'))).rejects.toThrow('签名');
    await expect(connect(web)).rejects.toThrow();
  });

  test('to pages behind a password needs a token here', async () => {
    const web = await serve({ web: { password: new Secret('password-of-all') } });
    await expect(connect(web)).rejects.toThrow('请先登录');
  });
});
