import type { JudgeFeature } from '../considered.ts';

/** How far what it quotes lies behind the best there is. */
export const gap: JudgeFeature = {
  name: 'gap',
  says: 'score of the best sentence it quotes less that of the best of all, at least −4; −4–0',
  value: ({ sentences: [best], top }) =>
    best && top ? Math.max(-4, best.score - top.score) : top ? -4 : 0,
};
