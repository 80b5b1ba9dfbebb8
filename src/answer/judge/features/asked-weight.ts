import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

/** How much the question tells of what it is about. */
export const askedWeight: JudgeFeature = {
  name: 'askedWeight',
  says: 'sum of the weights of the asked words; from 0',
  value: ({ query, evidence }) =>
    meaningOf(query, evidence.index).asked.reduce((sum, { weight }) => sum + weight, 0),
};
