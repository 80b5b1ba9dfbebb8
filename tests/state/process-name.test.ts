import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { isAtWork, processName } from '../../src/state/process-name.ts';

test('a process is at work while it lives', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  const name = `${hostname()}:${child.pid}:0`;
  expect(isAtWork(name)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAtWork(name)).toBe(false);
});

test('an earlier process with our own number is gone', () => {
  expect(isAtWork(processName(new Date(0)))).toBe(false);
});

test('of another machine it is not known, so it may be', () => {
  expect(isAtWork('another-host:1:0')).toBe(true);
});
