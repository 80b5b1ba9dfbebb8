import { expect, test } from 'vitest';
import { NameSearch } from '../../src/understand/name-search.ts';

const NAMES = [
  '淄川区“十四五”规划',
  '周村区“十四五”规划',
  '常住人口城镇化率',
  '第三章 做强产业',
  '打好深度节水控水攻坚战',
];
const search = new NameSearch(NAMES);
const first = (text: string): string | undefined => NAMES[search.find(text, 5)[0]?.index ?? -1];

test.each([
  ['淄川', '淄川区“十四五”规划'],
  ['城镇化', '常住人口城镇化率'],
  ['十四五 周村', undefined],
  ['zichuan', '淄川区“十四五”规划'],
  ['zhouc', '周村区“十四五”规划'],
  ['zcq', '淄川区“十四五”规划'],
  ['淄穿', '淄川区“十四五”规划'],
  ['城镇华率', '常住人口城镇化率'],
  ['节水空水', '打好深度节水控水攻坚战'],
  ['城镇比率', '常住人口城镇化率'],
  ['“十四五”规划', '淄川区“十四五”规划'],
  ['ziquan', undefined],
  ['', undefined],
  ['()[*', undefined],
])('%s finds %s', (typed, name) => {
  expect(first(typed)).toBe(name);
});
