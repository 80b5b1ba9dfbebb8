import { tellingSentences } from '../../kinds/sentence-kind.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether one sentence stands out, or many fit alike. */
export const lead: JudgeFeature = {
  name: 'lead',
  says: 'score of the best of all sentences less that of the third; 0–4',
  value: ({ evidence, top }) => {
    const third = tellingSentences(evidence)[2];
    return top && third ? Math.min(4, top.score - third.score) : 0;
  },
};
