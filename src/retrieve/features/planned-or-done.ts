import { plannedAsked, plannedUnder } from '../planned.ts';
import type { SentenceFeature } from './feature.ts';

export const plannedOrDone: SentenceFeature = {
  name: 'pdt',
  says: '1 planned is asked and the part of the document plans, or both are of what was done; −1 the one and the other; 0 unclear',
  value: ({ query }, { document, sentence, years }) =>
    plannedAsked(query, years, document) * plannedUnder(sentence.passage.headingPath, document),
};
