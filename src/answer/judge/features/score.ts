import type { JudgeFeature } from '../considered.ts';

/** How well the best sentence it quotes fits by itself. */
export const score: JudgeFeature = {
  name: 'score',
  says: 'score of the best sentence it quotes; 0 where it quotes none',
  value: ({ sentences: [best] }) => best?.score ?? 0,
};
