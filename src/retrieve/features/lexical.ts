import type { SentenceFeature } from './feature.ts';

export const lexical: SentenceFeature = {
  name: 'lexs',
  says: '段落的 BM25 分；不是靠词语找到的为 0',
  value: (_, { lexicalScore }) => lexicalScore,
};
