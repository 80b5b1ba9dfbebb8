import type { SentenceFeature } from './feature.ts';

export const listed: SentenceFeature = {
  name: 'i_list',
  says: '要列举时句中顿号的个数；0 至 8',
  value: ({ query: { wants } }, { sentence }) =>
    wants.has('list') ? Math.min(8, sentence.flat.split('、').length - 1) : 0,
};
