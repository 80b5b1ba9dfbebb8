import type { SentenceFeature } from './feature.ts';

export const yearWritten: SentenceFeature = {
  name: 'ysaid',
  says: '1 an asked year is written in the sentence itself, 0 it is not; ½ none asked',
  value: (_, { sentence, years }) =>
    years.length === 0 ? 0.5 : years.some((year) => sentence.flat.includes(String(year))) ? 1 : 0,
};
