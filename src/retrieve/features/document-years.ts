import type { SentenceFeature } from './feature.ts';

export const documentYears: SentenceFeature = {
  name: 'dyr',
  says: '1 an asked year lies in the period of the document or is the year before it, −1 none does, 0 nothing asked or known',
  value: (_, { document, years }) => {
    const period = document?.period;
    if (!period || years.length === 0) return 0;
    return years.some((year) => year >= period[0] - 1 && year <= period[1]) ? 1 : -1;
  },
};
