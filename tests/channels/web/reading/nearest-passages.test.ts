import { expect, test } from 'vitest';
import { nearestPassages } from '../../../../src/channels/web/reading/nearest-passages.ts';
import { samplePassages } from '../../sample-document.ts';

const IDS = ['3f9a51c2', '3f0b7e44', 'a7715d0e', 'c0ffee00', '9e51b2d8'];
const passages = IDS.flatMap((id) => samplePassages.slice(0, 1).map((each) => ({ ...each, id })));

test.each([
  ['3f9a', 'cut short'],
  ['51c2', 'without its beginning'],
  ['3f9a91c2', 'mistyped'],
  ['3f9a51c2.', 'with a full stop copied along'],
])('%s is nearest to what it was, %s', (asked) => {
  const [nearest, ...others] = nearestPassages(asked, passages);
  expect(nearest?.id).toBe('3f9a51c2');
  expect(others.length).toBeLessThan(3);
});

test('what is like no id has no nearest', () => {
  for (const asked of ['', '<script>', '没有'])
    expect(nearestPassages(asked, passages), asked).toEqual([]);
});
