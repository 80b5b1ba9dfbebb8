import type { JudgeFeature } from '../considered.ts';

/** How high the best sentence it quotes stands. */
export const rank: JudgeFeature = {
  name: 'rank',
  says: '1 / (1 + place of the best sentence it quotes among all); 0 where it quotes none of them; 0–1',
  value: ({ sentences: [best], evidence }) =>
    best ? 1 / (1 + evidence.sentences.indexOf(best)) : 0,
};
