import { expect, it } from 'vitest';
import { documentIds } from '../../src/catalogue/document-ids.ts';

const idsOf = (
  files: readonly (string | { readonly file: string; readonly id: string })[],
  before: Readonly<Record<string, string>> = {},
): string[] => {
  const seeds = files.map((named) => {
    const entry = typeof named === 'string' ? { file: named } : named;
    return { entry, file: entry.file };
  });
  const ids = documentIds(seeds, (file) => before[file]);
  return seeds.map(({ file }) => ids.get(file) ?? '');
};

it.each<[string, Parameters<typeof idsOf>, readonly string[]]>([
  [
    'a file goes by its name',
    [['zibo-2025-plan.txt', '政府工作报告.PDF']],
    ['zibo-2025-plan', '政府工作报告'],
  ],
  [
    'what an address cannot hold is a hyphen',
    [['a b/#?c.txt', '..txt', '<img>.md']],
    ['a-b-c', 'document', 'img'],
  ],
  ['the catalogue wins', [['x.txt', { file: 'y.docx', id: 'x' }]], ['x-txt', 'x']],
  [
    'two files of one name stay apart',
    [['plan.docx', 'plan.pdf', 'plan.txt']],
    ['plan', 'plan-pdf', 'plan-txt'],
  ],
  [
    'a newcomer leaves the others their ids',
    [['plan.docx', 'plan.pdf'], { 'plan.pdf': 'plan' }],
    ['plan-docx', 'plan'],
  ],
  [
    'one id given twice is kept apart too',
    [
      [
        { file: 'a.txt', id: 'x' },
        { file: 'b.txt', id: 'x' },
        { file: 'c.txt', id: 'x' },
      ],
    ],
    ['x', 'x-txt', 'x-2'],
  ],
])('%s', (_, args, ids) => {
  expect(idsOf(...args)).toEqual(ids);
});
