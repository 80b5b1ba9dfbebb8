import { expect, test } from 'vitest';
import { loadWordVectors } from '../../../src/embed/words/load-word-vectors.ts';
import { meaningWords } from '../../../src/embed/words/meaning-words.ts';
import { createWordsMethod } from '../../../src/embed/words/words-method.ts';
import { lateShare, nearest } from '../../../src/retrieve/late/late-share.ts';
import { Lexicon } from '../../../src/retrieve/late/lexicon.ts';
import { createJiebaSegmenter } from '../../../src/segment/jieba-segmenter.ts';
import { describeEmbedder } from '../../contract/embedder.ts';

const segmenter = createJiebaSegmenter('');
const vectors = loadWordVectors();
const method = createWordsMethod(vectors, segmenter);

describeEmbedder('the mean of the words that ship', async () => (await method.create()).embedder, [
  '社区养老床位建设',
  '老人福利院和日间照料中心',
  '国道与农村公路',
]);

test('an index made with other words is told by the name', async () => {
  const { embedder } = await method.create();
  expect(embedder.id.startsWith(`${vectors.id}:`)).toBe(true);
});

test.each([
  ['ＧＤＰ和R&D', ['和', 'gdp', 'r', 'd']],
  ['24.41%，2025', []],
  ['养老，养老', ['养老']],
])('the words of %s', (text, words) => {
  expect(meaningWords(text, segmenter)).toEqual(words);
});

test('an everyday question is nearer to what means it than to what shares its characters', () => {
  const lexicon = new Lexicon(vectors);
  const shareIn = (text: string): number => {
    const words = lexicon.numbersOf(meaningWords(text, segmenter));
    const asked = ['看病', '花钱'].map((word) => ({
      word,
      weight: 1,
      nearness: lexicon.nearnessTo(word),
    }));
    return lateShare(asked, nearest(asked, words));
  };
  expect(shareIn('减轻群众就医费用负担')).toBeGreaterThan(shareIn('防治林业病虫害，看护花卉'));
  expect(shareIn('看病花钱')).toBe(1);
  expect(shareIn('')).toBe(0);
});
