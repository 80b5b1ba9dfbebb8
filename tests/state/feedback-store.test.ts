import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Feedback } from '../../src/feedback.ts';
import { FeedbackStore } from '../../src/state/feedback-store.ts';

const START = new Date('2026-03-01T08:00:00Z');

function newStateDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'youju-feedback-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'state');
}

function openStore(stateDir: string, now: () => Date = () => START): FeedbackStore {
  const store = new FeedbackStore({ stateDir, retentionDays: 30, now });
  onTestFinished(() => store.close());
  return store;
}

const feedback = (changes: Partial<Feedback> = {}): Feedback => ({
  answerId: 'a1',
  author: 'slack:T1:U1',
  isHelpful: false,
  reasons: ['引用错'],
  comment: '页码不对',
  ...changes,
});

test('counts what people said, also after it was opened anew', () => {
  const stateDir = newStateDir();
  const store = openStore(stateDir);
  store.give(feedback());
  store.give(feedback({ answerId: 'a2', isHelpful: true }));
  store.give(feedback({ answerId: 'a2', author: 'slack:T1:U2', isHelpful: true }));
  store.close();
  expect(openStore(stateDir).count()).toEqual({ helpful: 2, unhelpful: 1 });
});

test('saying it again replaces what was said', () => {
  const store = openStore(newStateDir());
  store.give(feedback());
  store.give(feedback({ isHelpful: true, reasons: [], comment: null }));
  expect(store.count()).toEqual({ helpful: 1, unhelpful: 0 });
});

test("forgets an author's and nobody else's", () => {
  const store = openStore(newStateDir());
  store.give(feedback());
  store.give(feedback({ answerId: 'a2' }));
  store.give(feedback({ author: 'slack:T1:U2' }));
  expect(store.forget('slack:T1:U1')).toBe(2);
  expect(store.forget('slack:T1:U1')).toBe(0);
  expect(store.count()).toEqual({ helpful: 0, unhelpful: 1 });
});

test('what is older than its days no longer counts', () => {
  let now = START;
  const store = openStore(newStateDir(), () => now);
  store.give(feedback());
  now = new Date(START.getTime() + 31 * 24 * 60 * 60 * 1000);
  expect(store.count()).toEqual({ helpful: 0, unhelpful: 0 });
});

test('makes no file to count what is not there', () => {
  const stateDir = newStateDir();
  const store = openStore(stateDir);
  expect(store.count()).toEqual({ helpful: 0, unhelpful: 0 });
  expect(store.forget('slack:T1:U1')).toBe(0);
  expect(existsSync(stateDir)).toBe(false);
});

test('says which file is damaged', () => {
  const stateDir = newStateDir();
  const store = openStore(stateDir);
  store.give(feedback());
  store.close();
  writeFileSync(join(stateDir, 'feedback.db'), 'this is no database, only words'.repeat(40));
  expect(() => openStore(stateDir).count()).toThrow(/feedback\.db/u);
});
