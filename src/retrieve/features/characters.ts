import type { SentenceFeature } from './feature.ts';

export const characters: SentenceFeature = {
  name: 'chcov',
  says: '问题用字在句子或标题里的份额，少见的词计得多；0 至 1',
  value: ({ characters }, { sentence, headings }) => {
    let [got, total] = [0, 0];
    for (const [character, weight] of characters) {
      total += weight;
      if (sentence.flat.includes(character) || headings.includes(character)) got += weight;
    }
    return total > 0 ? got / total : 0;
  },
};
