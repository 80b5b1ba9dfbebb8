import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRealIndex } from '../../real-index.ts';

const ROOT = join(import.meta.dirname, '../../..');
let folder: string;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-stdio-'));
  client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['--import', 'tsx', 'src/channels/terminal/main.ts', 'mcp'],
      cwd: ROOT,
      env: { YOUJU_INDEX_DIR: await buildRealIndex(), YOUJU_STATE_DIR: folder },
    }),
  );
});
afterAll(async () => {
  await client.close();
  await rm(folder, { recursive: true });
});

test('an assistant that starts us asks, and is told what is wrong with what it gives', async () => {
  await client.listTools();
  const { structuredContent } = await client.callTool({
    name: 'ask',
    arguments: { question: '淄川区2025年常住人口城镇化率的目标是多少？' },
  });
  expect(JSON.stringify(structuredContent)).toContain('75%');
  const wrong = await client.callTool({ name: 'ask', arguments: { q: '甲' } });
  expect(wrong.isError).toBe(true);
  const question = '问'.repeat(3_500_000);
  const long = await client.callTool({ name: 'ask', arguments: { question } });
  expect(JSON.stringify(long.content)).toContain('1 到 2000 字');
});

test('a thousand calls at once are a thousand answers', async () => {
  const calls = Array.from({ length: 1000 }, () =>
    client.callTool({ name: 'outline', arguments: { id: 'zibo-2025-plan' } }),
  );
  const answers = await Promise.all(calls);
  expect(answers.filter(({ isError }) => isError)).toEqual([]);
});
