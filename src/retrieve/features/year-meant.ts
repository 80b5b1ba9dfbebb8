import { speaksOf, type YearsSaid } from '../../understand/years.ts';
import type { SentenceFeature } from './feature.ts';

export const yearMeant: SentenceFeature = {
  name: 'yin',
  says: 'an asked year is among those the sentence speaks of, inherited ones too: 1, else 0; none asked ½',
  value: (_, { sentence, years }) =>
    years.length === 0 ? 0.5 : years.some((year) => isSaid(sentence.time, year)) ? 1 : 0,
};

/** A text that names no time may speak of any, and tells nothing. */
const isSaid = (said: YearsSaid, year: number): boolean =>
  said.years.length + said.periods.length > 0 && speaksOf(said, year);
