import { tellingSentences } from '../../kinds/sentence-kind.ts';
import type { JudgeFeature } from '../considered.ts';

/** How high the best sentence it quotes stands. */
export const rank: JudgeFeature = {
  name: 'rank',
  says: '1 / (1 + how many sentences that can be read out score higher than the best it quotes); 0 where it quotes none; 0–1',
  value: ({ sentences: [best], evidence }) =>
    best
      ? 1 / (1 + tellingSentences(evidence).filter(({ score }) => score > best.score).length)
      : 0,
};
