import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  type AcceptedQuestion,
  EventLedger,
  type EventLedgerOptions,
} from '../../src/state/event-ledger.ts';

const START = new Date('2026-03-01T08:00:00Z');

function newStateDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'youju-events-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'state');
}

function openLedger(stateDir: string, changes: Partial<EventLedgerOptions> = {}): EventLedger {
  const ledger = new EventLedger({
    stateDir,
    retentionDays: 30,
    now: () => START,
    owner: 'host:1:0',
    isAtWork: () => false,
    ...changes,
  });
  onTestFinished(() => ledger.close());
  return ledger;
}

const question = (changes: Partial<AcceptedQuestion> = {}): AcceptedQuestion => ({
  key: 'T1:Ev1',
  messageKey: 'T1:C1:1.1',
  surface: 'mention',
  author: 'slack:T1:U1',
  teamId: 'T1',
  channelId: 'C1',
  messageTs: '1.1',
  threadTs: '1.1',
  conversation: 'slack:T1:C1:1.1',
  ...changes,
});

test('accepts a question once, by its event and by its message, also in another process', () => {
  const stateDir = newStateDir();
  const ledger = openLedger(stateDir);
  expect(ledger.accept(question())).toBe(true);
  expect(ledger.accept(question())).toBe(false);
  expect(ledger.accept(question({ key: 'T1:Ev2' }))).toBe(false);
  const other = openLedger(stateDir, { owner: 'host:2:0' });
  expect(other.accept(question())).toBe(false);
  expect(other.accept(question({ key: 'T1:Ev3', messageKey: 'T1:C1:1.2' }))).toBe(true);
});

test('questions without a message are told apart by their event alone', () => {
  const ledger = openLedger(newStateDir());
  expect(ledger.accept(question({ messageKey: null }))).toBe(true);
  expect(ledger.accept(question({ key: 'T1:Ev2', messageKey: null }))).toBe(true);
});

test('what a process left open is owed by the one that takes it over, once', () => {
  const stateDir = newStateDir();
  const crashed = openLedger(stateDir);
  crashed.accept(question());
  crashed.accept(question({ key: 'T1:Ev2', messageKey: 'T1:C1:1.2', messageTs: '1.2' }));
  crashed.accept(question({ key: 'T1:Ev3', messageKey: 'T1:C1:1.3', messageTs: '1.3' }));
  crashed.posted('T1:Ev2', '9.9');
  crashed.finish('T1:Ev3');
  crashed.close();
  const next = openLedger(stateDir, { owner: 'host:2:0' });
  expect(next.takeOver()).toEqual([
    { ...question(), replyTs: null },
    { ...question({ key: 'T1:Ev2', messageKey: 'T1:C1:1.2', messageTs: '1.2' }), replyTs: '9.9' },
  ]);
  expect(next.takeOver()).toEqual([]);
  expect(openLedger(stateDir, { owner: 'host:3:0', isAtWork: () => true }).takeOver()).toEqual([]);
  expect(next.countUnfinished()).toBe(2);
});

test('a process knows what it owes itself', () => {
  const stateDir = newStateDir();
  const ledger = openLedger(stateDir);
  expect(ledger.owed()).toEqual([]);
  ledger.accept(question());
  ledger.accept(question({ key: 'T1:Ev2', messageKey: null }));
  ledger.finish('T1:Ev2');
  expect(ledger.owed()).toEqual([{ ...question(), replyTs: null }]);
  expect(openLedger(stateDir, { owner: 'host:2:0' }).owed()).toEqual([]);
});

test('a process at work keeps its own, unless it has owed them for very long', () => {
  const stateDir = newStateDir();
  openLedger(stateDir).accept(question());
  let now = START;
  const other = openLedger(stateDir, { owner: 'host:2:0', isAtWork: () => true, now: () => now });
  expect(other.takeOver()).toEqual([]);
  now = new Date(START.getTime() + 16 * 60_000);
  expect(other.takeOver()).toHaveLength(1);
});

test('knows the threads it was asked in', () => {
  const ledger = openLedger(newStateDir());
  ledger.accept(question());
  expect(ledger.knowsThread('C1', '1.1')).toBe(true);
  expect(ledger.knowsThread('C1', '2.2')).toBe(false);
  expect(ledger.knowsThread('C2', '1.1')).toBe(false);
});

test('finished questions are forgotten after their days, owed ones never', () => {
  const stateDir = newStateDir();
  const first = openLedger(stateDir);
  first.accept(question());
  first.finish('T1:Ev1');
  first.accept(question({ key: 'T1:Ev2', messageKey: 'T1:C1:1.2' }));
  const now = new Date(START.getTime() + 31 * 24 * 60 * 60 * 1000);
  const later = openLedger(stateDir, { now: () => now });
  expect(later.accept(question({ key: 'T1:Ev9', messageKey: null }))).toBe(true);
  expect(later.accept(question())).toBe(true);
  expect(later.accept(question({ key: 'T1:Ev2', messageKey: null }))).toBe(false);
});

test('forgets what an author asked, to the last byte, and tells what it was', () => {
  const stateDir = newStateDir();
  const ledger = openLedger(stateDir);
  ledger.accept(question());
  ledger.finish('T1:Ev1');
  ledger.accept(
    question({ key: 'T1:Ev2', messageKey: null, author: 'slack:T1:U2', conversation: null }),
  );
  ledger.finish('T1:Ev2');
  expect(ledger.forget('slack:T1:U1')).toEqual([
    { key: 'T1:Ev1', conversation: 'slack:T1:C1:1.1' },
  ]);
  expect(ledger.forget('slack:T1:U1')).toEqual([]);
  const bytes = readdirSync(stateDir)
    .map((file) => readFileSync(join(stateDir, file), 'latin1'))
    .join('\n');
  expect(bytes).not.toContain('slack:T1:U1');
  expect(bytes).toContain('slack:T1:U2');
});
