import { isHeading } from '../matching.ts';
import type { SentenceFeature } from './feature.ts';

export const onlyHeading: SentenceFeature = {
  name: 'heading',
  says: '句子只是重复标题为 1，否则为 0',
  value: (_, { sentence }) => (isHeading(sentence) ? 1 : 0),
};
