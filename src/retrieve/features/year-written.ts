import type { SentenceFeature } from './feature.ts';

export const yearWritten: SentenceFeature = {
  name: 'ysaid',
  says: '句中写有所问年份为 1，没有为 0；未问年份 0.5',
  value: (_, { sentence, years }) =>
    years.length === 0 ? 0.5 : years.some((year) => sentence.flat.includes(String(year))) ? 1 : 0,
};
