import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type ConversationStore,
  openConversationStore,
} from '../../src/conversation/conversation-store.ts';
import { YoujuError } from '../../src/errors.ts';
import { sampleTopic } from './sample-topic.ts';

const START = new Date('2026-03-01T08:00:00Z');
const daysLater = (days: number): Date => new Date(START.getTime() + days * 24 * 60 * 60 * 1000);

/** A folder that is not there yet. */
function newStateDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'youju-state-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'state');
}

function openStore(stateDir: string, now: () => Date = () => START): ConversationStore {
  const store = openConversationStore({ stateDir, retentionDays: 30, now });
  onTestFinished(() => store.close());
  return store;
}

const fileIn = (stateDir: string): string => join(stateDir, 'conversations.db');

function openDirectly(stateDir: string): Sqlite.Database {
  const database = new Sqlite(fileIn(stateDir));
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** Every byte the folder holds, journals included. */
const bytesIn = (stateDir: string): string =>
  readdirSync(stateDir)
    .map((file) => readFileSync(join(stateDir, file)).toString('utf8'))
    .join('\n');

function failureOf(work: () => unknown): YoujuError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(YoujuError);
    expect(error).toMatchObject({ code: 'STATE_UNUSABLE' });
    if (error instanceof YoujuError) return error;
  }
  return expect.unreachable('nothing was thrown');
}

async function runChild(script: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, script), ...args],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  expect(await once(child, 'exit')).toEqual([0, null]);
}

/** Another process that holds the database; gone when the test is over. */
async function lockElsewhere(stateDir: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'locking-process.ts'), fileIn(stateDir)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
}

describe('what is remembered', () => {
  test('is recalled, also by another process later', () => {
    const stateDir = newStateDir();
    const before = openStore(stateDir);
    before.remember('c', sampleTopic());
    before.close();
    expect(openStore(stateDir).recall('c')).toEqual(sampleTopic());
  });

  test('is what was last said, of each conversation apart', () => {
    const store = openStore(newStateDir());
    store.remember('a', sampleTopic({ subject: '森林覆盖率' }));
    store.remember('b', sampleTopic({ subject: '粮食产量' }));
    store.remember('a', sampleTopic({ subject: '城镇化率' }));
    expect(store.recall('a')?.subject).toBe('城镇化率');
    expect(store.recall('b')?.subject).toBe('粮食产量');
    expect(store.count()).toBe(2);
  });

  test('is only the topic, whatever comes with it', () => {
    const stateDir = newStateDir();
    const store = openStore(stateDir);
    const withMore = { ...sampleTopic(), question: '我是张三，请问城镇化率' };
    store.remember('c', withMore);
    expect(store.recall('c')).toEqual(sampleTopic());
    expect(bytesIn(stateDir)).not.toContain('张三');
  });

  test('holds through 50 turns and a topic of 2,000 characters', () => {
    const stateDir = newStateDir();
    const subject = '养'.repeat(2000);
    const store = openStore(stateDir);
    for (let turn = 0; turn < 50; turn += 1)
      store.remember('c', sampleTopic({ subject, times: [`${turn}年`] }));
    expect(openStore(stateDir).recall('c')).toEqual(sampleTopic({ subject, times: ['49年'] }));
    expect(store.count()).toBe(1);
  });

  test.each(["'; DROP TABLE conversations; --", '会前 🎯', 'x'.repeat(200)])(
    'goes under the id %j as under any other',
    (id) => {
      const store = openStore(newStateDir());
      store.remember(id, sampleTopic());
      expect(store.recall(id)).toEqual(sampleTopic());
    },
  );
});

describe('an unknown conversation', () => {
  test('recalls nothing, and asking for it leaves no trace on the disk', () => {
    const stateDir = newStateDir();
    const store = openStore(stateDir);
    expect(store.recall('unknown')).toBeUndefined();
    expect(store.forget('unknown')).toBe(false);
    expect(store.count()).toBe(0);
    expect(existsSync(stateDir)).toBe(false);
  });

  test('recalls nothing beside a known one', () => {
    const store = openStore(newStateDir());
    store.remember('known', sampleTopic());
    expect(store.recall('unknown')).toBeUndefined();
    expect(store.forget('unknown')).toBe(false);
  });
});

describe('forgetting', () => {
  test('clears one conversation, to the last byte', () => {
    const stateDir = newStateDir();
    const store = openStore(stateDir);
    store.remember('a', sampleTopic({ subject: '森林覆盖率' }));
    store.remember('b', sampleTopic());
    expect(store.forget('a')).toBe(true);
    expect(store.forget('a')).toBe(false);
    expect(store.recall('a')).toBeUndefined();
    expect(store.recall('b')).toEqual(sampleTopic());
    expect(bytesIn(stateDir)).not.toContain('森林覆盖率');
  });

  test('comes of itself 30 days after the last turn', () => {
    const stateDir = newStateDir();
    let now = START;
    const store = openStore(stateDir, () => now);
    store.remember('old', sampleTopic());
    store.remember('young', sampleTopic());
    now = daysLater(10);
    store.remember('young', sampleTopic());
    now = daysLater(30);
    expect(store.recall('old')).toEqual(sampleTopic());
    now = daysLater(30.001);
    expect(store.recall('old')).toBeUndefined();
    expect(store.recall('young')).toEqual(sampleTopic());
    expect(store.count()).toBe(1);
  });

  test('takes the expired out of the file with a later turn', () => {
    const stateDir = newStateDir();
    let now = START;
    const store = openStore(stateDir, () => now);
    store.remember('old', sampleTopic());
    now = daysLater(31);
    store.remember('new', sampleTopic());
    const rows = openDirectly(stateDir).prepare('SELECT id FROM conversations').all();
    expect(rows).toEqual([{ id: 'new' }]);
  });

  test('follows the days that are configured', () => {
    const stateDir = newStateDir();
    openStore(stateDir).remember('c', sampleTopic());
    const recallAfter = (retentionDays: number) =>
      openConversationStore({ stateDir, retentionDays, now: () => daysLater(2) }).recall('c');
    expect(recallAfter(1)).toBeUndefined();
    expect(recallAfter(2)).toEqual(sampleTopic());
  });
});

describe('a database that cannot be used', () => {
  test('is reported as damaged where it is no database', () => {
    const stateDir = newStateDir();
    mkdirSync(stateDir);
    writeFileSync(
      fileIn(stateDir),
      Buffer.from(Array.from({ length: 20_000 }, (_, at) => at * 31)),
    );
    const store = openStore(stateDir);
    for (const work of [
      () => store.recall('c'),
      () => store.remember('c', sampleTopic()),
      () => store.forget('c'),
      () => store.count(),
    ])
      expect(failureOf(work).message).toContain('已损坏');
  });

  test('is reported as damaged where it is cut short', () => {
    const stateDir = newStateDir();
    const store = openStore(stateDir);
    for (let at = 0; at < 200; at += 1)
      store.remember(`c${at}`, sampleTopic({ subject: '养老'.repeat(50) }));
    store.close();
    truncateSync(fileIn(stateDir), 8192);
    expect(failureOf(() => store.count()).message).toContain('已损坏');
    expect(failureOf(() => store.recall('c150')).message).toContain('已损坏');
  });

  test('is used again as soon as it is mended, and made anew where it is removed', () => {
    const stateDir = newStateDir();
    mkdirSync(stateDir);
    writeFileSync(fileIn(stateDir), 'no database at all, but long enough to look like one');
    const store = openStore(stateDir);
    failureOf(() => store.recall('c'));
    rmSync(fileIn(stateDir));
    store.remember('c', sampleTopic());
    expect(store.recall('c')).toEqual(sampleTopic());
    rmSync(stateDir, { recursive: true });
    expect(store.recall('c')).toBeUndefined();
    store.remember('c', sampleTopic({ subject: '再问' }));
    expect(openStore(stateDir).recall('c')?.subject).toBe('再问');
  });

  test('lets others read while one connection writes, and is soon reported as busy', () => {
    const stateDir = newStateDir();
    const store = openStore(stateDir);
    store.remember('c', sampleTopic());
    const other = openDirectly(stateDir);
    other.exec('BEGIN EXCLUSIVE');
    const startedMs = performance.now();
    expect(failureOf(() => store.remember('c', sampleTopic())).message).toContain('占用');
    expect(performance.now() - startedMs).toBeLessThan(20_000);
    expect(store.recall('c')).toEqual(sampleTopic());
    expect(openStore(stateDir).recall('c')).toEqual(sampleTopic());
    other.exec('ROLLBACK');
    store.remember('c', sampleTopic({ subject: '再问' }));
    expect(store.recall('c')?.subject).toBe('再问');
  });

  test('is reported as busy where another process keeps it to itself', async () => {
    const stateDir = newStateDir();
    const store = openStore(stateDir);
    store.remember('c', sampleTopic());
    store.close();
    await lockElsewhere(stateDir);
    for (const work of [
      () => store.recall('c'),
      () => store.remember('c', sampleTopic()),
      () => store.forget('c'),
      () => store.count(),
    ])
      expect(failureOf(work).message).toContain('占用');
  });

  test('is reported where its folder cannot be one', () => {
    const stateDir = newStateDir();
    writeFileSync(stateDir, 'a file');
    const failure = failureOf(() => openStore(stateDir).remember('c', sampleTopic()));
    expect(failure.message).toContain('不能读写');
    expect(failure.message).not.toContain(stateDir);
  });

  test('is left alone where a newer Youju wrote it', () => {
    const stateDir = newStateDir();
    openStore(stateDir).remember('c', sampleTopic());
    openDirectly(stateDir).pragma('user_version = 2');
    const store = openStore(stateDir);
    expect(failureOf(() => store.remember('c', sampleTopic())).message).toContain('升级');
    expect(openDirectly(stateDir).pragma('user_version', { simple: true })).toBe(2);
  });

  test.each(['no JSON', '{"places":["淄川区"]}', '[]'])(
    'reports a topic that reads %s, and keeps the next one',
    (json) => {
      const stateDir = newStateDir();
      const store = openStore(stateDir);
      store.remember('c', sampleTopic());
      openDirectly(stateDir).prepare('UPDATE conversations SET topic = ?').run(json);
      failureOf(() => store.recall('c'));
      store.remember('c', sampleTopic());
      expect(store.recall('c')).toEqual(sampleTopic());
    },
  );
});

test('two processes share one database, from its making on', async () => {
  const stateDir = newStateDir();
  const turns = 100;
  const store = openStore(stateDir, () => new Date());
  const children = Promise.all(
    ['left', 'right'].map((name) =>
      runChild('remembering-process.ts', stateDir, name, String(turns)),
    ),
  );
  for (let turn = 0; turn < turns; turn += 1) {
    store.remember(`here-${turn}`, sampleTopic());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await children;
  expect(store.count()).toBe(3 * turns + 1);
  expect(store.recall(`left-${turns - 1}`)?.subject).toBe(`left ${turns - 1}`);
  expect(['left', 'right']).toContain(store.recall('shared')?.subject);
});
