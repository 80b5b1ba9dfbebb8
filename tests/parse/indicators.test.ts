import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { infoOf, type ParsedSeed, parseSeeds, parseText } from './documents.ts';

const TABLE = join(import.meta.dirname, '../fixtures/parse/indicators.tsv');
/** An absent cell in the checked table. */
const NOTHING = '∅';

let seeds: ReadonlyMap<string, ParsedSeed>;
beforeAll(async () => {
  seeds = await parseSeeds();
});

const checked = readFileSync(TABLE, 'utf8').trimEnd().split('\n').slice(1);

describe('indicators, against a table checked by hand', () => {
  it('holds 63 rows', () => expect(checked).toHaveLength(63));

  it.each(checked)('%s', (row) => {
    const [id = '', number, ...expected] = row.split('\t');
    const indicator = seeds.get(id)?.indicators.find((one) => one.number === Number(number));
    const { group, name, unit, base, target, change, property, lines, page, note } =
      indicator ?? fail(`no indicator ${number}`);
    const read = [group, name, unit, base, target, change, property, lines.join('-'), page, note];
    expect(read.map((value) => (value === null ? NOTHING : String(value)))).toEqual(expected);
  });

  it('names years, table and passage of each', () => {
    for (const { indicators, passages } of seeds.values()) {
      for (const indicator of indicators) {
        expect([indicator.baseYear, indicator.targetYear]).toEqual([2020, 2025]);
        const passage = passages.find(({ id }) => id === indicator.passageId);
        expect(passage?.kind).toBe('row');
        expect(passage?.lines).toEqual(indicator.lines);
        expect(passage?.text).toContain(indicator.name);
      }
    }
    const [first] = seeds.get('zichuan-14fyp')?.indicators ?? [];
    expect(first?.tableTitle).toBe('淄川区“十四五”时期经济和社会发展主要指标');
  });

  it('reads a unit from a column of its own and skips tables without two years', () => {
    const text = [
      '一、主要目标',
      '| 指标名称 | 单位 | 2023年 | 2024年目标 | 属性 |',
      '| 地区生产总值增速 | % | 5.5 | 6左右 | 预期性 |',
      '| 城镇新增就业 | 人 | 3000 | | 预期性 |',
      '二、其他',
      '| 项目 | 地点 |',
      '| 水厂 | 昆仑镇 |',
      '| 公园 | 洪山镇 |',
    ].join('\n');
    const { indicators } = parseText(text, infoOf('plan.txt', text));
    expect(indicators).toHaveLength(2);
    expect(indicators[1]).toMatchObject({
      number: 2,
      name: '城镇新增就业',
      unit: '人',
      base: '3000',
      target: null,
      baseYear: 2023,
      targetYear: 2024,
    });
  });
});

function fail(message: string): never {
  throw new Error(message);
}
