import { speaksOf, type YearsSaid } from '../../understand/years.ts';
import type { SentenceFeature } from './feature.ts';

export const yearMeant: SentenceFeature = {
  name: 'yin',
  says: '句子所说的年份（含承上文的）里有所问年份为 1，没有为 0；未问年份 0.5',
  value: (_, { sentence, years }) =>
    years.length === 0 ? 0.5 : years.some((year) => isSaid(sentence.time, year)) ? 1 : 0,
};

/** A text that names no time may speak of any, and tells nothing. */
const isSaid = (said: YearsSaid, year: number): boolean =>
  said.years.length + said.periods.length > 0 && speaksOf(said, year);
