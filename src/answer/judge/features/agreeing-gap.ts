import { agrees } from '../../kinds/agreement.ts';
import { tellingSentences } from '../../kinds/sentence-kind.ts';
import type { JudgeFeature } from '../considered.ts';

const MOST = 4;

/** How far the best sentence that agrees lies behind the best of all. */
export const agreeingGap: JudgeFeature = {
  name: 'agreeingGap',
  says: 'score of the best sentence that agrees less that of the best of all; −4–0',
  value: ({ evidence, top }) => {
    const agreeing = tellingSentences(evidence).find(agrees);
    return top && agreeing ? Math.max(-MOST, agreeing.score - top.score) : -MOST;
  },
};
