import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ChannelSettings } from '../../src/state/channel-settings.ts';
import { StateFile } from '../../src/state/state-file.ts';

const START = new Date('2026-03-01T08:00:00Z');

function newStateDir(): string {
  const root = mkdtempSync(join(tmpdir(), 'youju-settings-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'state');
}

function openSettings(stateDir: string, now: () => Date = () => START): ChannelSettings {
  const settings = new ChannelSettings({ stateDir, retentionDays: 30, now });
  onTestFinished(() => settings.close());
  return settings;
}

test('follow-ups are off until somebody switches them on', () => {
  const stateDir = newStateDir();
  const settings = openSettings(stateDir);
  expect(settings.hasFollowUps('C1')).toBe(false);
  expect(existsSync(stateDir)).toBe(false);
  settings.setFollowUps('C2', true);
  settings.setFollowUps('C1', true);
  settings.setFollowUps('C1', true);
  expect(openSettings(stateDir).channelsWithFollowUps()).toEqual(['C1', 'C2']);
  settings.setFollowUps('C1', false);
  expect(settings.hasFollowUps('C1')).toBe(false);
  expect(settings.hasFollowUps('C2')).toBe(true);
});

test('a conversation is bound to documents until it is freed or long past', () => {
  let now = START;
  const settings = openSettings(newStateDir(), () => now);
  expect(settings.scopeOf('a')).toBeNull();
  settings.setScope('a', ['zichuan-14fyp']);
  settings.setScope('b', ['zhoucun-14fyp', 'zibo-2025-plan']);
  expect(settings.scopeOf('a')).toEqual(['zichuan-14fyp']);
  settings.setScope('a', null);
  expect(settings.scopeOf('a')).toBeNull();
  expect(settings.scopeOf('b')).toEqual(['zhoucun-14fyp', 'zibo-2025-plan']);
  now = new Date(START.getTime() + 31 * 24 * 60 * 60 * 1000);
  expect(settings.scopeOf('b')).toBeNull();
});

test('what an earlier version kept is still there, and channels can choose documents', () => {
  const stateDir = newStateDir();
  mkdirSync(stateDir);
  const earlier = new StateFile({
    stateDir,
    name: 'settings.db',
    version: 1,
    schema: `
      CREATE TABLE follow_ups (channel TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE TABLE scopes (conversation TEXT PRIMARY KEY, document_ids TEXT NOT NULL, set_ms INTEGER NOT NULL)
        STRICT, WITHOUT ROWID;
      INSERT INTO follow_ups VALUES ('C1');`,
  });
  earlier.use(() => undefined);
  earlier.close();
  const settings = openSettings(stateDir);
  const choice = { documentIds: ['zichuan-14fyp'], hasFollowUps: true };
  expect(settings.choiceOf('C1')).toEqual({ documentIds: [], hasFollowUps: true });
  expect(settings.choose('C1', choice)).toBe(true);
  expect(settings.choose('C1', choice)).toBe(false);
  expect(openSettings(stateDir).choiceOf('C1')).toEqual(choice);
});
