import type { JudgeFeature } from '../considered.ts';

const MOST = 6;

/** An answer of several parts is no better than its weakest. */
export const weakestPart: JudgeFeature = {
  name: 'weakestPart',
  says: 'least score of the best sentences of its claims less that of the best of all; −6–6',
  value: ({ parts, top }) => {
    const worst = Math.min(...parts.map(({ score }) => score));
    return parts.length > 0 && top ? Math.max(-MOST, Math.min(MOST, worst - top.score)) : -MOST;
  },
};
