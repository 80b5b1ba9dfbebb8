import { expect, test } from 'vitest';
import type { Passage } from '../../src/model.ts';
import { successorOf } from '../../src/state/successor.ts';

const passage = (
  id: string,
  text: string,
  headingPath: readonly string[] = ['第一章'],
): Passage => ({
  id,
  documentId: 'east',
  ordinal: 0,
  kind: 'text',
  headingPath,
  text,
  quotable: text,
  lines: [1, 1],
  page: null,
});

const BEDS = '到2025年养老床位达到3000张。';
const former = { documentId: 'east', headingPath: ['第一章', '第二节'], text: BEDS };

test('the same words are found wherever they stand, spaces and marks aside', () => {
  const moved = passage('moved', ' 到 2025 年养老床位达到3000张；', ['第九章']);
  const found = successorOf(former, [passage('alike', BEDS.replace('3000', '3500')), moved]);
  expect(found).toEqual({ passage: moved, isSame: true });
});

test('of equal sentences the one in the old place is meant', () => {
  const [here, there] = [
    passage('here', BEDS, ['第一章', '第二节']),
    passage('there', BEDS, ['第三章']),
  ];
  expect(successorOf(former, [there, here])?.passage.id).toBe('here');
});

test('else the words most like them, said not to be the same', () => {
  const found = successorOf(former, [
    passage('roads', '新建农村公路120公里。'),
    passage('beds', '到2025年养老床位达到3500张以上。'),
  ]);
  expect(found).toMatchObject({ passage: { id: 'beds' }, isSame: false });
});

test('else what stands first under the innermost heading that is left', () => {
  const found = successorOf(former, [
    passage('elsewhere', '治理河水。', ['第二章']),
    passage('chapter', '新建学校。', ['第一章']),
    passage('section', '完善路网。', ['第一章', '第二节', '一、']),
  ]);
  expect(found).toMatchObject({ passage: { id: 'section' }, isSame: false });
});

test('else nothing', () => {
  expect(successorOf(former, [])).toBeUndefined();
  expect(successorOf(former, [passage('x', '治理河水。', ['第二章'])])).toBeUndefined();
  expect(successorOf({ ...former, text: '' }, [passage('x', '治', ['第二章'])])).toBeUndefined();
});
