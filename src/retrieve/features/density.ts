import type { SentenceFeature } from './feature.ts';

export const density: SentenceFeature = {
  name: 'dens',
  says: 'share of the words of the sentence that are asked for, synonyms included; 0–1',
  value: ({ termNumbers }, { words }) =>
    words.length === 0
      ? 0
      : words.reduce((sum, word) => sum + (termNumbers.has(word) ? 1 : 0), 0) / words.length,
};
