import { expect, test } from 'vitest';
import { citedUrl } from '../../src/channels/cited-url.ts';

const url = 'http://127.0.0.1:3000/documents/sample-14fyp#p-urban';

test('a link to all of a passage stays as it is', () => {
  expect(citedUrl({ url, passageId: 'urban' })).toBe(url);
});

test('a link to some words says which, and whose', () => {
  const link = new URL(citedUrl({ url, passageId: 'urban', words: '0-21,40-63' }));
  expect(link.hash).toBe('#p-urban');
  expect(link.searchParams.get('w')).toBe('urban.0-21,40-63');
});
