import { expect, test } from 'vitest';
import {
  isSameText,
  isSessionOpen,
  sealSession,
  sessionKey,
} from '../../../../src/channels/web/access/session.ts';

const key = sessionKey('a password', 'a door');

test('a session is open until its time, and no two are alike', () => {
  const token = sealSession(key, 1000);
  expect(isSessionOpen(token, key, 999)).toBe(true);
  expect(isSessionOpen(token, key, 1000)).toBe(false);
  expect(sealSession(key, 1000)).not.toBe(token);
});

test('another password ends it', () => {
  expect(isSessionOpen(sealSession(sessionKey('another', 'a door'), 1000), key, 1)).toBe(false);
});

test('the same password opens it after a restart', () => {
  expect(isSessionOpen(sealSession(sessionKey('a password', 'a door'), 1000), key, 1)).toBe(true);
});

test.each(['', '.', 'x', '9999.x.y', '9999..', '.....'])('%j opens nothing', (token) => {
  expect(isSessionOpen(token, key, 1)).toBe(false);
});

test('a later end cannot be written into it', () => {
  const token = sealSession(key, 1000).replace('1000', '9000');
  expect(isSessionOpen(token, key, 1)).toBe(false);
});

test('texts of any lengths are compared', () => {
  expect(isSameText('密码', '密码')).toBe(true);
  expect(isSameText('密码', '密')).toBe(false);
  expect(isSameText('', 'x')).toBe(false);
});
