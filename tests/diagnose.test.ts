import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { openConversationStore } from '../src/conversation/conversation-store.ts';
import { diagnose, type Finding } from '../src/diagnose.ts';
import { sampleTopic } from './conversation/sample-topic.ts';

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
