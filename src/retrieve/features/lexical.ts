import type { SentenceFeature } from './feature.ts';

export const lexical: SentenceFeature = {
  name: 'lexs',
  says: 'BM25 of the passage; 0 where words did not find it',
  value: (_, { lexicalScore }) => lexicalScore,
};
