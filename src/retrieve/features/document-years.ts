import type { SentenceFeature } from './feature.ts';

export const documentYears: SentenceFeature = {
  name: 'dyr',
  says: '所问年份在文件规划期内或其前一年为 1，不在为 −1；未问或不明为 0',
  value: (_, { document, years }) => {
    const period = document?.period;
    if (!period || years.length === 0) return 0;
    return years.some((year) => year >= period[0] - 1 && year <= period[1]) ? 1 : -1;
  },
};
