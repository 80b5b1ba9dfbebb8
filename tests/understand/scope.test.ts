import { expect, test } from 'vitest';
import { understandScope } from '../../src/understand/scope.ts';
import { sampleInfo } from '../retrieve/sample-query.ts';

const OPINION = sampleInfo({
  id: 'subcenter',
  title: '国务院关于支持北京城市副中心高质量发展的意见',
  region: '全国',
});
const REPORT = sampleInfo({ id: 'hefei', title: '合肥市2024年统计公报', region: '合肥市' });

test('a place that only a title names means that document', () => {
  const words = [
    { word: '北京', tag: 'ns' },
    { word: '城市', tag: 'n' },
    { word: '副中心', tag: 'n' },
  ];
  const { scope } = understandScope('北京城市副中心', words, [OPINION, REPORT], () => true);
  expect(scope).toMatchObject({ documentIds: ['subcenter'], absentRegions: [] });
  const elsewhere = understandScope('北京城市副中心', words, [REPORT], () => true);
  expect(elsewhere.scope).toMatchObject({ documentIds: [], absentRegions: ['北京'] });
});
