import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SharedAnswers } from '../../src/state/shared-answers.ts';
import { sampleAnswer } from '../channels/fake-app.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function open(now: () => Date): SharedAnswers {
  const stateDir = mkdtempSync(join(tmpdir(), 'youju-shared-'));
  const shared = new SharedAnswers({ stateDir, retentionDays: 30, now });
  onTestFinished(() => {
    shared.close();
    rmSync(stateDir, { recursive: true });
  });
  return shared;
}

const given = { answer: sampleAnswer(), turns: ['前一问'], editions: [] };

test('an answer is there as it was until it expires, or is revoked', () => {
  let nowMs = Date.parse('2026-03-01');
  const shared = open(() => new Date(nowMs));
  const id = shared.share(given, 'secret');
  const other = shared.share(given, 'secret');
  expect(shared.find(id)).toMatchObject({
    answer: { answer: given.answer.answer },
    turns: ['前一问'],
  });
  shared.revoke(other);
  expect(shared.find(other)).toBeUndefined();
  nowMs += 29 * DAY_MS;
  expect(shared.find(id)).toBeDefined();
  nowMs += 2 * DAY_MS;
  expect(shared.find(id)).toBeUndefined();
  expect(shared.isOwner(id, 'secret')).toBe(false);
});

test('it is its browser’s alone', () => {
  const shared = open(() => new Date('2026-03-01'));
  const id = shared.share(given, 'secret');
  expect(shared.isOwner(id, 'secret')).toBe(true);
  expect(shared.isOwner(id, 'another')).toBe(false);
  expect(shared.find('nothing')).toBeUndefined();
});
