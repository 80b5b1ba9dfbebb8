import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { NewEdition } from '../../src/indexing/changed-editions.ts';
import { newsFor } from '../../src/state/news.ts';
import type { Subscription } from '../../src/state/subscribed.ts';
import { Subscriptions } from '../../src/state/subscriptions.ts';
import { sampleInfo } from '../channels/sample-document.ts';
import { sampleIndicator } from '../sample-indicator.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WISH = {
  receiver: 'slack:T1:U1',
  author: 'slack:T1:U1',
  ...{ kind: 'document', name: 'plan', label: '规划' },
} as const satisfies Omit<Subscription, 'id'>;

const editionOf = (changes: Partial<NewEdition> = {}): NewEdition => ({
  ...{ documentId: 'plan', beforeId: 'plan', isGone: false, count: 1 },
  changes: [{ name: null, before: '达到75%', after: '达到78%', isFigure: true }],
  ...changes,
});

interface Clock {
  nowMs: number;
}

function openIn(stateDir: string, owner: string, clock: Clock, isAtWork = true): Subscriptions {
  const subscriptions = new Subscriptions({
    stateDir,
    now: () => new Date(clock.nowMs),
    owner,
    isAtWork: () => isAtWork,
  });
  onTestFinished(() => subscriptions.close());
  return subscriptions;
}

function newStateDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'youju-subscriptions-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

test('an edition is told once, and the next one not before a day has passed', () => {
  const clock = { nowMs: DAY_MS };
  const kept = openIn(newStateDir(), 'a', clock);
  expect(kept.add(WISH, 'g1')).toBe(true);
  expect(kept.add(WISH, 'g1')).toBe(false);
  expect(kept.take()).toEqual([]);
  kept.note([editionOf()], 'g2');
  const [due] = kept.take();
  expect(due).toMatchObject({ editions: [{ documentId: 'plan' }], isInDoubt: false });
  if (due) kept.heard(due, true);
  expect(kept.take()).toEqual([]);
  kept.note([editionOf()], 'g3');
  kept.note([editionOf()], 'g4');
  expect(kept.take()).toEqual([]);
  clock.nowMs += DAY_MS;
  expect(kept.take()).toMatchObject([{ editions: [{}, {}], generation: 'g4' }]);
});

test('what one process took no other tells while it is at work, and after that in doubt', () => {
  const clock = { nowMs: DAY_MS };
  const stateDir = newStateDir();
  const first = openIn(stateDir, 'a', clock);
  first.add(WISH, 'g1');
  first.note([editionOf()], 'g2');
  const [due] = first.take();
  expect(openIn(stateDir, 'b', clock).take()).toEqual([]);
  first.note([editionOf()], 'g3');
  const later = openIn(stateDir, 'c', clock, false);
  expect(later.take()).toMatchObject([
    { messageName: due?.messageName, editions: [{}], isInDoubt: true },
  ]);
});

test('nothing is noted while nobody subscribes, and nothing is left of whoever is forgotten', () => {
  const kept = openIn(newStateDir(), 'a', { nowMs: 0 });
  expect(kept.followed()).toBeUndefined();
  kept.add(WISH, 'g1');
  kept.add({ ...WISH, receiver: 'slack:T1:C1' }, 'g1');
  expect(kept.followed()).toBe('g1');
  kept.forget('U1');
  expect(kept.of('slack:T1:C1')).toEqual([]);
  expect(kept.followed()).toBeUndefined();
});

test('of an indicator only what is said of it is news', () => {
  const info = { ...sampleInfo, id: 'plan' };
  const rows = [sampleIndicator('plan', '森林覆盖率')];
  const library = {
    documents: () => [info],
    indicators: () => [{ name: '森林覆盖率', category: null, rows, near: [] }],
  };
  const forests = { name: '森林覆盖率 · 2025年', before: '30', after: '32', isFigure: true };
  const edition = editionOf({
    count: 2,
    changes: [{ name: '粮食产量 · 2025年', before: '5', after: '6', isFigure: true }, forests],
  });
  const subscribed = { kind: 'indicator', name: '森林覆盖率', label: '森林覆盖率' } as const;
  const { news } = newsFor(subscribed, [edition], library);
  expect(news).toMatchObject([{ changes: [forests], others: 0 }]);
});
