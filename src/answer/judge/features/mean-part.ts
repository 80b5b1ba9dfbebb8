import type { JudgeFeature } from '../considered.ts';

const MOST = 6;

/** How well its parts fit on the whole. */
export const meanPart: JudgeFeature = {
  name: 'meanPart',
  says: 'mean score of the best sentences of its claims less that of the best of all; −6–6',
  value: ({ parts, top }) => {
    const mean = parts.reduce((sum, { score }) => sum + score, 0) / parts.length;
    return parts.length > 0 && top ? Math.max(-MOST, Math.min(MOST, mean - top.score)) : -MOST;
  },
};
