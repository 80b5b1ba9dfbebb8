import { expect, test } from 'vitest';
import { nearestDocument } from '../../../../src/channels/web/reading/nearest-document.ts';
import { sampleInfo } from '../../sample-document.ts';

const documents = [
  { ...sampleInfo, id: 'zhoucun-14fyp', title: '周村区规划', shortTitle: '周村', aliases: [] },
  {
    ...sampleInfo,
    id: 'zichuan-14fyp',
    title: '淄川区规划',
    shortTitle: '淄川',
    aliases: ['淄川'],
  },
];

test.each([
  ['zichuan-15fyp', 'zichuan-14fyp'],
  ['zoucun', 'zhoucun-14fyp'],
  ['淄川', 'zichuan-14fyp'],
  ['周村区的规划', 'zhoucun-14fyp'],
])('%s is nearest to %s', (asked, id) => {
  expect(nearestDocument(asked, documents)?.id).toBe(id);
});

test('where there are none none is near', () => {
  expect(nearestDocument('zichuan', [])).toBeUndefined();
});
