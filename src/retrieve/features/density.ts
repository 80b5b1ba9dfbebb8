import type { SentenceFeature } from './feature.ts';

export const density: SentenceFeature = {
  name: 'dens',
  says: '句中词语有多少是所问的，同义词也算；0 至 1',
  value: ({ termNumbers }, { words }) =>
    words.length === 0
      ? 0
      : words.reduce((sum, word) => sum + (termNumbers.has(word) ? 1 : 0), 0) / words.length,
};
