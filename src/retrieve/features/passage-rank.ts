import type { SentenceFeature } from './feature.ts';

export const passageRank: SentenceFeature = {
  name: 'lrr',
  says: '1 / (1 + rank of its passage); 0–½',
  value: (_, { passageRank: rank }) => 1 / (1 + rank),
};
