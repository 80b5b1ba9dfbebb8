import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../src/channels/terminal/run.ts';
import { createFakeTerminal } from './fake-terminal.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds');
const plan = join(SEEDS, 'zibo-2025-plan.txt');

test('read shows what would be read of a file and keeps nothing', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['read', plan], terminal)).toBe(0);
  expect(terminal.stdout.text).toContain('淄博市2025年国民经济和社会发展计划\n');
  expect(terminal.stdout.text).toContain('文号：淄政字〔2025〕34号');
  expect(terminal.stdout.text).toContain('\n  一、2024年国民经济和社会发展计划执行情况\n');
});

test('read --json gives a line for each file, and status 1 where one is refused', async () => {
  const terminal = createFakeTerminal();
  const gone = join(SEEDS, '没有这个.docx');
  expect(await run(['read', '--json', gone, plan], terminal)).toBe(1);
  const [refused, read] = terminal.stdout.text.trimEnd().split('\n').map(fromJson);
  expect(refused).toMatchObject({ file: gone, ok: false, error: { code: 'FILE_UNREADABLE' } });
  expect(read).toMatchObject({
    file: plan,
    ok: true,
    info: { region: '淄博市', issuedOn: '2025-03-21', period: [2025, 2025], kind: 'annual-plan' },
    sections: [
      { kind: 'item', number: '一、', children: [{ kind: 'subitem' }, {}, {}, {}, {}, {}, {}] },
      {},
      {},
    ],
    warnings: [],
  });
  expect(read.blocks.at(-1)).toMatchObject({ type: 'text', page: null });
  expect(read.text.split('\n').length).toBeGreaterThan(40);
});

const fromJson = (line: string) => JSON.parse(line);
