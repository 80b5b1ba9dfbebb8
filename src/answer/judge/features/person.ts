import type { JudgeFeature } from '../considered.ts';

const ASKS =
  /(?:书记|[区市县镇局院校所省]长|主席|主任|领导|负责人).{0,6}(?:是谁|叫什么|名字|姓什么|电话)/u;

/** Plans name offices, seldom who holds them. */
export const person: JudgeFeature = {
  name: 'person',
  says: '−1 it is asked who holds an office and no head of a document answers, else 0',
  value: ({ query, passages }) =>
    ASKS.test(query.text) && passages.every(({ kind }) => kind !== 'front') ? -1 : 0,
};
