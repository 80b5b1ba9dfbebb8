import { describe, expect, test } from 'vitest';
import type { LogLevel } from '../src/config.ts';
import { createLogger, type Logger } from '../src/log.ts';
import { Secret } from '../src/secret.ts';

function logged(level: LogLevel, write: (log: Logger) => void): string {
  const lines: string[] = [];
  write(createLogger(level, { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('createLogger', () => {
  test('writes one JSON object a line', () => {
    const line = logged('info', (log) => log.info({ generation: 'g1' }, 'opened'));
    expect(JSON.parse(line)).toMatchObject({ level: 30, generation: 'g1', msg: 'opened' });
  });

  test('leaves out what people ask and are answered above debug', () => {
    const details = { question: '问了什么', answer: '答了什么', kind: 'indicator' };
    const lines = logged('debug', (log) => {
      log.info(details, 'answered');
      log.error(details, 'failed');
    });
    expect(lines).not.toContain('什么');
    expect(lines).toContain('indicator');
    expect(logged('debug', (log) => log.debug(details, 'answered'))).toContain('问了什么');
    expect(logged('info', (log) => log.debug(details, 'answered'))).toBe('');
  });

  test('keeps errors whole', () => {
    const line = logged('info', (log) => log.error({ err: new Error('boom') }, 'failed'));
    expect(JSON.parse(line)).toMatchObject({ err: { message: 'boom' } });
    expect(logged('info', (log) => log.error(new Error('boom')))).toContain('boom');
  });

  test('hides secrets', () => {
    const lines = logged('info', (log) =>
      log.info(
        { token: 'xoxb-1', slack: { botToken: 'xoxb-2' }, key: new Secret('sk-3') },
        'set up',
      ),
    );
    expect(lines).not.toMatch(/xoxb|sk-3/u);
  });
});
