import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { openConversationStore } from '../src/conversation/conversation-store.ts';
import { diagnose, type Finding } from '../src/diagnose.ts';
import { sampleTopic } from './conversation/sample-topic.ts';
import {
  type FakeOpenAi,
  type FakeOpenAiOptions,
  startFakeOpenAi,
} from './fakes/openai/fake-openai.ts';
import { buildRealIndex } from './real-index.ts';

function createState(): { stateDir: string; conversations: () => Promise<Finding | undefined> } {
  const root = mkdtempSync(join(tmpdir(), 'youju-diagnose-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const config = loadConfig({
    YOUJU_INDEX_DIR: join(root, 'index'),
    YOUJU_STATE_DIR: root,
    YOUJU_CONVERSATION_DAYS: '7',
  });
  return {
    stateDir: root,
    conversations: async () => (await diagnose(config)).find(({ name }) => name === '对话记录'),
  };
}

test('shows how long conversations are kept, and how many there are', async () => {
  const { stateDir, conversations } = createState();
  expect(await conversations()).toMatchObject({
    ok: true,
    value: expect.stringMatching(/7 天.*0 段/u),
  });
  const store = openConversationStore({ stateDir, retentionDays: 7, now: () => new Date() });
  store.remember('c', sampleTopic());
  store.close();
  expect(await conversations()).toMatchObject({
    ok: true,
    value: expect.stringMatching(/7 天.*1 段/u),
  });
});

test('names a damaged state database and what to do', async () => {
  const { stateDir, conversations } = createState();
  writeFileSync(join(stateDir, 'conversations.db'), 'no database at all, but as long as one');
  expect(await conversations()).toEqual({
    name: '对话记录',
    ok: false,
    value: 'STATE_UNUSABLE',
    advice: expect.stringContaining('已损坏'),
  });
});

const KEY = 'sk-must-never-be-seen';

async function startModel(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const fake = await startFakeOpenAi({ apiKey: KEY, reply: () => '{"ok":true}', ...options });
  onTestFinished(() => fake.close());
  return fake;
}

async function findingsOf(fake: FakeOpenAi, env: Record<string, string> = {}): Promise<Finding[]> {
  const { stateDir } = createState();
  const config = loadConfig({
    YOUJU_INDEX_DIR: join(stateDir, 'index'),
    YOUJU_STATE_DIR: stateDir,
    OPENAI_BASE_URL: fake.baseUrl,
    OPENAI_API_KEY: KEY,
    YOUJU_CHAT_MODEL: fake.chatModel,
    YOUJU_EMBEDDING_MODEL: fake.embeddingModel,
    ...env,
  });
  const findings = await diagnose(config);
  expect(JSON.stringify(findings)).not.toContain(KEY);
  return findings.filter(({ name }) => name.endsWith('模型'));
}

test('without a model says so', async () => {
  const { stateDir } = createState();
  const findings = await diagnose(
    loadConfig({ YOUJU_STATE_DIR: stateDir, YOUJU_INDEX_DIR: stateDir }),
  );
  expect(findings.filter(({ name }) => name.endsWith('模型'))).toEqual([
    { name: '语言模型', ok: true, value: expect.stringContaining('离线作答') },
    { name: '向量模型', ok: true, value: expect.stringContaining('未配置') },
  ]);
});

test('shows model, latency and features, asking each one thing', async () => {
  const fake = await startModel();
  expect(await findingsOf(fake)).toEqual([
    {
      name: '语言模型',
      ok: true,
      value: expect.stringMatching(
        /^fake-chat（本机或内网，内容不外传）：\d+ 毫秒，流式，JSON Schema，报用量；今天用了 0 个令牌/u,
      ),
    },
    {
      name: '向量模型',
      ok: true,
      value: expect.stringMatching(/^fake-embedding：\d+ 毫秒，256 维$/u),
    },
  ]);
  expect(fake.seen).toHaveLength(2);
});

test('shows what an endpoint lacks', async () => {
  const fake = await startModel({ abilities: { jsonSchema: false, streaming: false } });
  const [chat] = await findingsOf(fake);
  expect(chat?.value).toMatch(/不流式，JSON 模式/u);
});

test.each([
  [{ OPENAI_API_KEY: `${KEY}-wrong` }, 'OPENAI_API_KEY'],
  [{ YOUJU_CHAT_MODEL: 'none', YOUJU_EMBEDDING_MODEL: 'none' }, '没有这个模型'],
  [{ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, '连不上'],
])('with %j says what to do', async (env, advice) => {
  const findings = await findingsOf(await startModel(), env);
  for (const finding of findings)
    expect(finding).toMatchObject({ ok: false, advice: expect.stringContaining(advice) });
  expect(findings).toHaveLength(2);
});

test('names what the rules of access speak of that is not there', async () => {
  const root = mkdtempSync(join(tmpdir(), 'youju-diagnose-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const file = join(root, 'access.json');
  const found = async (text: string): Promise<Finding | undefined> => {
    writeFileSync(file, text);
    const env = { YOUJU_INDEX_DIR: await buildRealIndex(), YOUJU_STATE_DIR: root };
    const findings = await diagnose(loadConfig({ ...env, YOUJU_ACCESS: file }));
    return findings.find(({ name }) => name === '文件权限');
  };
  expect(await found('{"rules":[{"places":["淄川区"]}]}')).toMatchObject({ ok: true });
  expect(await found('{"rules":[{"documents":["zichaun-14fyp"]}]}')).toMatchObject({
    ok: false,
    advice: expect.stringContaining('zichaun-14fyp'),
  });
  expect(await found('{"rules":')).toMatchObject({ ok: false, value: 'CONFIG_INVALID' });
});
