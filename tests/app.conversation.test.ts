import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type App, createApp, ingest } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import type { Answer } from '../src/model.ts';

const root = mkdtempSync(join(tmpdir(), 'youju-conversation-'));
const stateDir = join(root, 'state');
const stateFile = join(stateDir, 'conversations.db');
const config = loadConfig({
  YOUJU_LOG_LEVEL: 'silent',
  YOUJU_INDEX_DIR: join(root, 'index'),
  YOUJU_STATE_DIR: stateDir,
  YOUJU_CAUTION: '0',
});

const URBANISATION = '淄川区2025年常住人口城镇化率目标';
const conversation = '会前';

let app: App;

/** Youju as a process started afresh has it: what it knows of a conversation it knows from the disk. */
async function openAnew(): Promise<App> {
  const opened = await createApp(config);
  onTestFinished(() => opened.close());
  return opened;
}

const inherited = ({ notes }: Answer): string | undefined =>
  notes.find((note) => note.startsWith('沿用'));

beforeAll(async () => {
  await ingest(config);
});

beforeEach(async () => {
  rmSync(stateDir, { recursive: true, force: true });
  app = await openAnew();
});

afterAll(() => rmSync(root, { recursive: true }));

describe('a conversation', () => {
  test('goes on from turn to turn and through a restart', async () => {
    const first = await app.ask(URBANISATION, { conversation });
    expect(first.answer).toContain('75%');
    expect(inherited(first)).toBeUndefined();

    const second = await app.ask('那周村呢？', { conversation });
    expect(second.answer).toContain('80%');
    expect(inherited(second)).toContain('城镇化率');
    await app.close();

    const third = await (await openAnew()).ask('2020年是多少', { conversation });
    expect(third.answer).toContain('75.92%');
    expect(third.citations[0]?.documentId).toBe('zhoucun-14fyp');
    expect(inherited(third)).toContain('周村');
  });

  test('knows nothing of another one, nor of a question that belongs to none', async () => {
    await app.ask(URBANISATION, { conversation });
    expect(inherited(await app.ask('那周村呢？', { conversation: '会后' }))).toBeUndefined();
    expect(inherited(await app.ask('那周村呢？'))).toBeUndefined();
  });

  test('can be cleared', async () => {
    await app.ask(URBANISATION, { conversation });
    expect(await app.forget(conversation)).toBe(true);
    expect(await app.forget(conversation)).toBe(false);
    expect(inherited(await app.ask('2020年是多少', { conversation }))).toBeUndefined();
  });

  test('goes on after turns that ask nothing', async () => {
    await app.ask(URBANISATION, { conversation });
    for (const turn of ['', '？？？', '长'.repeat(2001)]) {
      const answer = await app.ask(turn, { conversation });
      expect(['rejected', 'guide']).toContain(answer.outcome);
      expect(inherited(answer)).toBeUndefined();
    }
    expect((await app.ask('那周村呢？', { conversation })).answer).toContain('80%');
  });

  test('may bring turns of its own', async () => {
    const turns = [URBANISATION];
    expect((await app.ask('那周村呢？', { conversation, turns })).answer).toContain('80%');
    expect((await app.ask('2020年是多少', { conversation })).answer).toContain('75.92%');
  });

  test('holds through 50 turns', async () => {
    for (let turn = 0; turn < 25; turn += 1) {
      expect((await app.ask(URBANISATION, { conversation })).answer).toContain('75%');
      expect((await app.ask('那周村呢？', { conversation })).answer).toContain('80%');
    }
  });

  test('holds through turns of 2,000 characters', async () => {
    const long = (head: string) => head.padEnd(2000, '完善养老服务体系和农村公路');
    const turns = [long('淄川区'), long('那'), long('我说的是周村区'), '那淄川呢？'];
    for (const turn of turns) {
      const answer = await app.ask(turn, { conversation });
      expect(answer.outcome).not.toBe('rejected');
      expect(answer.question).toBe(turn);
    }
  });

  test.each(['', 'x'.repeat(201), 'a\nb', '\u0000', '\ud800'])(
    'cannot be called %j',
    async (wrong) => {
      await expect(app.ask(URBANISATION, { conversation: wrong })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
      await expect(app.forget(wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    },
  );
});

describe('the state folder', () => {
  test('is not made for questions that belong to no conversation', async () => {
    await app.ask(URBANISATION);
    await app.ask('那周村呢？', { turns: [URBANISATION] });
    expect(await app.forget(conversation)).toBe(false);
    expect(existsSync(stateDir)).toBe(false);
  });

  test('holds what was asked about, and neither who asked nor what was answered', async () => {
    const question = '我是张小三，身份证370302198801011234，请问淄川区养老床位到2025年有多少张？';
    const { answer } = await app.ask(question, { conversation });
    await app.close();
    const stored = readdirSync(stateDir)
      .map((file) => readFileSync(join(stateDir, file)).toString('utf8'))
      .join('\n');
    expect(stored).toContain('养老床位');
    expect(stored).not.toMatch(/张小三|370302|1988|01011234/u);
    expect(stored).not.toContain(answer.slice(0, 20));
  });
});

describe('a state database that cannot be used', () => {
  test('costs the memory, not the answer, where it is damaged', async () => {
    await app.ask(URBANISATION, { conversation });
    await app.close();
    writeFileSync(stateFile, Buffer.from(Array.from({ length: 20_000 }, (_, at) => at * 31)));
    const anew = await openAnew();
    const answer = await anew.ask(URBANISATION, { conversation });
    expect(answer.answer).toContain('75%');
    expect(answer.notes).toEqual([
      expect.stringMatching(/^本次没有用上前文：对话记录读不了（.*已损坏.*）。$/u),
      expect.stringMatching(/^对话记录没有保存（.*已损坏.*）。$/u),
    ]);
    await expect(anew.forget(conversation)).rejects.toMatchObject({ code: 'STATE_UNUSABLE' });
  });

  test('costs the memory, not the answer, where another program locks it', async () => {
    await app.ask(URBANISATION, { conversation });
    const other = new Sqlite(stateFile);
    onTestFinished(() => {
      other.close();
    });
    other.exec('BEGIN EXCLUSIVE');
    const answer = await app.ask('那周村呢？', { conversation });
    expect(answer.answer).toContain('80%');
    expect(inherited(answer)).toContain('城镇化率');
    expect(answer.notes[0]).toMatch(/^对话记录没有保存（.*占用.*）。$/u);
    other.exec('ROLLBACK');
    expect((await app.ask('2020年是多少', { conversation })).answer).toContain('65.6%');
  });

  test('troubles nobody who is in no conversation', async () => {
    writeFileSync(stateDir, 'a file where a folder should be');
    const answer = await app.ask(URBANISATION);
    expect(answer.notes).toEqual([]);
    const inOne = await app.ask(URBANISATION, { conversation });
    expect(inOne.answer).toBe(answer.answer);
    expect(inOne.notes[0]).toContain('对话记录没有保存');
  });
});
