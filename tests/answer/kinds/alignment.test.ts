import { expect, test } from 'vitest';
import { alignments, likenessOf, type Option } from '../../../src/answer/kinds/alignment.ts';

const option = (clause: string, score: number): Option => ({
  claims: [{ text: clause, proofs: [] }],
  clause,
  score,
});

const east = [option('地区生产总值五年跨过3个台阶', 4), option('地区生产总值5.2万亿元', 3.5)];
const west = [option('社会物流费用与生产总值的比率', 4), option('全省地区生产总值5.3万亿元', 1)];

test('sides are set in line by what says the same thing', () => {
  const said = alignments([east, west]).map((sides) =>
    sides.map(([first]) => first?.clause).join(' | '),
  );
  expect(said).toContain('地区生产总值5.2万亿元 | 全省地区生产总值5.3万亿元');
});

test('one side alone is set in line with nothing', () => {
  expect(alignments([east])).toEqual([]);
  expect(likenessOf(east.slice(0, 1))).toBe(0);
});

test('figures make sides no less alike', () => {
  expect(likenessOf([option('粮食总产446亿斤', 1), option('粮食总产436亿斤', 1)])).toBe(1);
  expect(likenessOf([option('粮食总产446亿斤', 1), option('城镇新增就业40万人', 1)])).toBeLessThan(
    0.2,
  );
});
