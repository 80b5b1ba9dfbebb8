import type { SentenceFeature } from './feature.ts';

export const passageRank: SentenceFeature = {
  name: 'lrr',
  says: '1 /（1 + 段落名次）；0 至 0.5',
  value: (_, { passageRank: rank }) => 1 / (1 + rank),
};
