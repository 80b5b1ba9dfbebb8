import { expect, test } from 'vitest';
import { itemsOf, textOf } from '../../../../src/channels/web/reading/reading-order.ts';
import { referencesOf } from '../../../../src/channels/web/reading/references.ts';
import { sampleDocument } from '../../sample-document.ts';

const { document } = sampleDocument;
const TITLE = '《样例区国民经济和社会发展第十四个五年规划纲要》';

function referenceTo(words: string, of = document): string | undefined {
  const item = [...itemsOf(of)].find((each) => textOf(each).includes(words));
  return item && referencesOf(of).get(item);
}

test.each([
  ['关于印发', '，第1页'],
  ['发展基础', '第一章，第1页'],
  ['全区生产总值', '第一章第一节，第1页'],
  ['新增城镇就业', '第一章第一节，第2页'],
  ['常住人口城镇化率（%）', '第二章专栏1表“‘十四五’时期主要指标”，第3页'],
  ['注：1.', '第二章专栏1表“‘十四五’时期主要指标”，第3页'],
])('%s is referred to as %s', (words, reference) => {
  expect(referenceTo(words)).toBe(TITLE + reference);
});

test('without chapters the outermost numbers, without any the lead, without pages none', () => {
  const [front, , chapter] = document.children;
  const section = chapter?.type === 'section' ? chapter.children[0] : undefined;
  const paragraph = section?.type === 'section' ? section.children[0] : undefined;
  if (front === undefined || section?.type !== 'section' || paragraph?.type !== 'text')
    throw new Error('the sample has changed');
  const point = { ...section, kind: 'item', number: '七、', page: null } as const;
  const text = { ...paragraph, page: null };
  expect(referenceTo('全区', { ...document, children: [{ ...point, children: [text] }] })).toBe(
    `${TITLE}七、`,
  );
  expect(referenceTo('全区', { ...document, children: [text] })).toBe(
    `${TITLE}“综合实力稳步提升”一段`,
  );
});
