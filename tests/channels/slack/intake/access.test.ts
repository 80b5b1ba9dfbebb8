import { describe, expect, test } from 'vitest';
import { denialOf, type Person } from '../../../../src/channels/slack/intake/access.ts';
import type { Surface } from '../../../../src/channels/slack/intake/question.ts';

const OPEN: Parameters<typeof denialOf>[1] = {
  teams: [],
  channels: [],
  users: [],
  guestsMayAsk: true,
  hasDirectMessages: true,
};

const person = (changes: Partial<Person> = {}): Person => ({
  id: 'U1',
  teamId: 'T1',
  isOfHome: true,
  isGuest: false,
  isBot: false,
  isAdmin: false,
  ...changes,
});

const denial = (
  rules: Partial<typeof OPEN>,
  changes: Partial<Person> = {},
  place: { channelId?: string; surface?: Surface } = {},
) =>
  denialOf(
    { person: person(changes), channelId: 'C1', surface: 'mention', ...place },
    { ...OPEN, ...rules },
  );

describe('who may ask', () => {
  test('everybody of the workspace, where nothing is set', () => {
    expect(denial({})).toBeUndefined();
    expect(denial({}, { isGuest: true })).toBeUndefined();
  });

  test.each([
    ['a bot', {}, { isBot: true }, {}, '人'],
    ['another workspace', {}, { isOfHome: false }, {}, '工作区'],
    ['a guest, where guests may not', { guestsMayAsk: false }, { isGuest: true }, {}, '访客'],
    ['a person not on the list', { users: ['U2'] }, {}, {}, '名单'],
    ['a channel not on the list', { channels: ['C2'] }, {}, {}, '频道'],
    [
      'a direct message, where they are off',
      { hasDirectMessages: false },
      {},
      { surface: 'direct', channelId: 'D1' },
      '私信',
    ],
  ] as const)('not %s, and it is told why', (_name, rules, changes, place, word) => {
    expect(denial(rules, changes, place)).toContain(word);
  });

  test('those who are named', () => {
    expect(denial({ teams: ['T2'] }, { teamId: 'T2', isOfHome: false })).toBeUndefined();
    expect(denial({ teams: ['T2'] })).toBeDefined();
    expect(denial({ users: ['U1'], channels: ['C1'] })).toBeUndefined();
    expect(denial({ guestsMayAsk: false })).toBeUndefined();
  });

  test('a list of channels says nothing of direct messages', () => {
    const place = { surface: 'direct', channelId: 'D1' } as const;
    expect(denial({ channels: ['C2'] }, {}, place)).toBeUndefined();
    expect(
      denial({ channels: ['C2'] }, {}, { surface: 'command', channelId: 'D1' }),
    ).toBeUndefined();
    expect(denial({ channels: ['C2'] }, {}, { surface: 'command' })).toBeDefined();
    expect(denial({ channels: ['C2'] }, {}, { surface: 'message-shortcut' })).toBeDefined();
  });
});
