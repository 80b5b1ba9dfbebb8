import { isHeading } from '../matching.ts';
import type { SentenceFeature } from './feature.ts';

export const onlyHeading: SentenceFeature = {
  name: 'heading',
  says: '1 the sentence only repeats its heading, else 0',
  value: (_, { sentence }) => (isHeading(sentence) ? 1 : 0),
};
