import { expect, it } from 'vitest';
import { findReplacements, withEdition } from '../../src/catalogue/editions.ts';
import { documentInfo } from '../../src/catalogue/front-matter.ts';

const PLAN = '甲市国民经济和社会发展第十五个五年规划纲要';

interface Given {
  readonly id: string;
  readonly title?: string;
  readonly region?: string;
  readonly issuedOn?: string;
  readonly replaces?: string;
}

const editionOf = ({ id, region = '甲市', title = PLAN, ...said }: Given) => {
  const period: [number, number] = [2026, 2030];
  const entry = { file: `${id}.txt`, id, title, region, period, ...said };
  return { entry, info: documentInfo({ entry, text: '' }) };
};

const replacementsOf = (...given: readonly Given[]) =>
  [...findReplacements(given.map(editionOf))].map(([newer, older]) => `${newer} > ${older}`);

it.each<[string, readonly Given[], readonly string[]]>([
  [
    'a draft is replaced by the plan',
    [{ id: 'a' }, { id: 'b', title: `${PLAN}（草案）` }],
    ['a > b'],
  ],
  [
    'the plan by its revision, and each by the next',
    [
      { id: 'a', title: `${PLAN}（2028年修订）` },
      { id: 'b' },
      { id: 'c', title: `${PLAN}(送审稿)` },
    ],
    ['b > c', 'a > b'],
  ],
  ['two of one title: in doubt, none', [{ id: 'a' }, { id: 'b', issuedOn: '2027-01-01' }], []],
  [
    'a draft dated after the plan: in doubt, none',
    [
      { id: 'a', issuedOn: '2026-01-01' },
      { id: 'b', title: `${PLAN}（草案）`, issuedOn: '2026-03-01' },
    ],
    [],
  ],
  [
    'of two revisions the later',
    [
      { id: 'a', title: `${PLAN}（修订）`, issuedOn: '2029-01-01' },
      { id: 'b', title: `${PLAN}（修订）`, issuedOn: '2028-01-01' },
    ],
    ['a > b'],
  ],
  [
    'another place is another plan',
    [{ id: 'a' }, { id: 'b', region: '乙市', title: `${PLAN}（草案）` }],
    [],
  ],
  [
    'the catalogue decides',
    [{ id: 'a', title: '甲市新规划', replaces: 'b' }, { id: 'b' }],
    ['a > b'],
  ],
  [
    'nothing takes the place of itself, nor in a ring',
    [
      { id: 'a', title: '甲', replaces: 'b' },
      { id: 'b', title: '乙', replaces: 'a' },
      { id: 'c', title: '丙', replaces: 'c' },
      { id: 'd', title: '丁', replaces: 'nobody' },
    ],
    ['a > b'],
  ],
])('%s', (_, given, wanted) => {
  expect(replacementsOf(...given)).toEqual(wanted);
});

it('a document knows both, and forgets what no longer holds', () => {
  const { info } = editionOf({ id: 'b' });
  const among = withEdition(
    info,
    new Map([
      ['b', 'c'],
      ['a', 'b'],
    ]),
  );
  expect(among).toMatchObject({ replaces: 'c', replacedBy: 'a' });
  expect(among.shortTitle).toBe(`${info.shortTitle}（已被替代）`);
  expect(withEdition(among, new Map())).toEqual(info);
});
