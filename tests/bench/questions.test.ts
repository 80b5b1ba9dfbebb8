import { expect, test } from 'vitest';
import { withCopies } from '../../bench/questions.ts';

const PLACES = [
  { city: '安河', district: '临泽', secondDistrict: '云陵' },
  { city: '松河', district: '青泽', secondDistrict: '永陵' },
];

test('questions that name a place are asked again of the copies, all turns alike', () => {
  const questions = [['淄川GDP多少', '那淄博呢'], ['周村森林覆盖率'], ['哪个文件讲氢能']];
  const asked = withCopies(questions, PLACES, 10);
  expect(asked).toHaveLength(5);
  expect(asked).toEqual(
    expect.arrayContaining([...questions, ['临泽GDP多少', '那安河呢'], ['永陵森林覆盖率']]),
  );
});

test('without copies there are only the questions themselves', () => {
  expect(withCopies([['淄川GDP多少']], [], 10)).toEqual([['淄川GDP多少']]);
});
