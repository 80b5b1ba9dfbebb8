import { expect, test } from 'vitest';
import type { DocumentInfo } from '../../src/model.ts';
import { documentsOnTopic } from '../../src/understand/document-topics.ts';

const titled = (id: string, title: string): DocumentInfo => ({
  id,
  file: `${id}.txt`,
  title,
  shortTitle: title,
  region: null,
  aliases: [],
  issuer: null,
  documentNumber: null,
  issuedOn: null,
  period: null,
  kind: 'other',
  sourceUrl: null,
});

const documents = [
  titled('jobs', '关于做好当前和今后一个时期促进就业工作的若干意见'),
  titled('waste', '“无废城市”建设试点工作方案'),
  titled('old', '国民经济和社会发展“九五”计划和2010年远景目标纲要'),
  titled('new', '国民经济和社会发展第十一个五年规划纲要'),
];

test.each([
  ['促进就业那份意见里谁牵头', ['jobs']],
  ['促进就业的意见和无废城市的方案各讲什么', ['jobs', 'waste']],
  ['促进就业要花多少钱', []],
  ['计划和目标纲要都讲了什么', []],
])('%s means %j', (question, ids) => {
  expect(documentsOnTopic(question, documents).map(({ id }) => id)).toEqual(ids);
});

test('a single document needs no name', () => {
  expect(documentsOnTopic('促进就业那份意见', documents.slice(0, 1))).toEqual([]);
});
