import { plannedAsked, plannedUnder } from '../planned.ts';
import type { SentenceFeature } from './feature.ts';

export const plannedOrDone: SentenceFeature = {
  name: 'pdt',
  says: '问目标而所在部分讲目标，或问结果而讲结果为 1；相反为 −1；不明为 0',
  value: ({ query }, { document, sentence, years }) =>
    plannedAsked(query, years, document) * plannedUnder(sentence.passage.headingPath, document),
};
