import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TokenBudget } from '../../src/endpoint/token-budget.ts';
import { KeptTokenLedger } from '../../src/state/token-ledger.ts';
import { describeTokenLedger } from '../contract/token-ledger.ts';
import { ledgerInMemory } from '../endpoint/endpoints.ts';

function newStateDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'youju-tokens-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'state');
}

function openLedger(stateDir = newStateDir()): KeptTokenLedger {
  const ledger = new KeptTokenLedger(stateDir);
  onTestFinished(() => ledger.close());
  return ledger;
}

describeTokenLedger('the state folder', () => openLedger());
describeTokenLedger('memory', ledgerInMemory);

test('counts on after a restart, and for two processes together', () => {
  const stateDir = newStateDir();
  openLedger(stateDir).add('2026-01-31', 100);
  const [one, other] = [openLedger(stateDir), openLedger(stateDir)];
  one.add('2026-01-31', 20);
  expect(other.add('2026-01-31', 3)).toBe(123);
});

test('forgets days long past', () => {
  const ledger = openLedger();
  const days = Array.from({ length: 70 }, (_, at) =>
    new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
  );
  for (const day of days) ledger.add(day, 1);
  expect(days.filter((day) => ledger.total(day) > 0)).toEqual(days.slice(-60));
});

test('a ledger that cannot be kept stops the model and no answer', () => {
  const stateDir = newStateDir();
  mkdirSync(stateDir);
  writeFileSync(
    join(stateDir, 'tokens.db'),
    'this is no database, though it is long enough '.repeat(99),
  );
  const budget = new TokenBudget(1_000, openLedger(stateDir), () => new Date(2026, 0, 31));
  expect(() => budget.reserve(1)).toThrow(expect.objectContaining({ kind: 'budget-unknown' }));
});

test('a day is one of this machine', () => {
  const ledger = ledgerInMemory();
  let now = new Date(2026, 0, 31, 23, 59, 59);
  const budget = new TokenBudget(1_000, ledger, () => now);
  const settle = budget.reserve(600);
  expect(() => budget.reserve(600)).toThrow(expect.objectContaining({ kind: 'budget-spent' }));
  now = new Date(2026, 1, 1);
  budget.reserve(600);
  settle(10);
  expect([ledger.total('2026-01-31'), ledger.total('2026-02-01')]).toEqual([10, 600]);
});
