import type { SentenceFeature } from './feature.ts';

export const characters: SentenceFeature = {
  name: 'chcov',
  says: 'share of the asked characters, rare words counting more, in sentence or headings; 0–1',
  value: ({ characters }, { sentence, headings }) => {
    let [got, total] = [0, 0];
    for (const [character, weight] of characters) {
      total += weight;
      if (sentence.flat.includes(character) || headings.includes(character)) got += weight;
    }
    return total > 0 ? got / total : 0;
  },
};
