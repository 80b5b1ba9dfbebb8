import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bracketStart, readResponsibleBracket } from '../../src/parse/responsibility-bracket.ts';
import { type ParsedSeed, parseSeeds } from './documents.ts';

const TABLE = join(import.meta.dirname, '../fixtures/parse/responsibilities.tsv');
const NOBODY = '∅';

let seeds: ReadonlyMap<string, ParsedSeed>;
beforeAll(async () => {
  seeds = await parseSeeds();
});

const checked = readFileSync(TABLE, 'utf8').trimEnd().split('\n').slice(1);

describe('responsibilities, against a table checked by hand', () => {
  it('holds 66 rows', () => expect(checked).toHaveLength(66));

  it.each(checked)('%s', (row) => {
    const [number, title, leads, supports] = row.split('\t');
    const found = seeds
      .get('zichuan-2023-tasks')
      ?.responsibilities.find((one) => one.number === Number(number));
    expect(found?.title).toBe(title);
    expect(found?.leads.join('、') || NOBODY).toBe(leads);
    expect(found?.supports.join('、') || NOBODY).toBe(supports);
  });

  it('names somebody for every task but the last two', () => {
    const { responsibilities } = seeds.get('zichuan-2023-tasks') ?? { responsibilities: [] };
    const nobody = responsibilities.filter(({ leads }) => leads.length === 0);
    expect(nobody.map(({ number }) => number)).toEqual([65, 66]);
  });

  it('points to the passage with the bracket', () => {
    const { responsibilities, passages } = seeds.get('zichuan-2023-tasks') ?? fail();
    for (const { passageId, leads, title } of responsibilities) {
      const passage = passages.find(({ id }) => id === passageId);
      expect(passage?.headingPath.at(-1)).toContain(title);
      if (leads.length > 0) expect(passage?.text).toMatch(/[）)]$/);
    }
  });

  it('finds none where there are no tasks', () => {
    for (const id of ['zichuan-14fyp', 'zhoucun-14fyp', 'zibo-2025-plan', 'zibo-hitech-14fyp']) {
      expect(seeds.get(id)?.responsibilities).toEqual([]);
    }
  });
});

describe('readResponsibleBracket', () => {
  it.each([
    ['……3项以上。（区科技局负责）', ['区科技局'], []],
    ['……。（区科技局牵头，区发改局等部门配合）', ['区科技局'], ['区发改局']],
    ['……。(区委组织部牵头,区教体局、区人社局等部门配合)', ['区委组织部'], ['区教体局', '区人社局']],
    [
      '……。（区发改局、区工信局牵头，区有关产业专责部门、各相关部门等配合）',
      ['区发改局', '区工信局'],
      ['区有关产业专责部门', '各相关部门'],
    ],
    ['……。（区应急局牵头，区安委会有关成员单位配合）', ['区应急局'], ['区安委会有关成员单位']],
    ['……。（区发改局牵头，区有关部门配合）', ['区发改局'], ['区有关部门']],
    ['……。（团区委、区妇联等部门负责）', ['团区委', '区妇联'], []],
    [
      '……。（牵头单位：县工信局；责任单位：县发改局、县自然资源局）',
      ['县工信局'],
      ['县发改局', '县自然资源局'],
    ],
    ['……。（责任单位：县农业农村局）', ['县农业农村局'], []],
  ])('%s', (text, leads, supports) => {
    expect(readResponsibleBracket(text)).toEqual({ leads, supports });
    expect(text[bracketStart(text)]).toMatch(/[（(]/);
  });

  it.each([
    '力争达到100%。',
    '建设数字农业（“1+5+N”）。',
    '由区发改局牵头负责，抓好落实。',
    '（区科技局负责）的任务已经完成。',
  ])('%s names nobody', (text) => {
    expect(readResponsibleBracket(text)).toBeNull();
    expect(bracketStart(text)).toBe(text.length);
  });
});

function fail(): never {
  throw new Error('no such document');
}
