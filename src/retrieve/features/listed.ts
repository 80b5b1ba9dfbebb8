import type { SentenceFeature } from './feature.ts';

export const listed: SentenceFeature = {
  name: 'i_list',
  says: 'how many 、 it has where a list is wanted; 0–8',
  value: ({ query: { wants } }, { sentence }) =>
    wants.has('list') ? Math.min(8, sentence.flat.split('、').length - 1) : 0,
};
