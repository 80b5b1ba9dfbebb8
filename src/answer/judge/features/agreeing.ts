import { agrees } from '../../kinds/agreement.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether the best it quotes agrees with time, unit, planned or done. */
export const agreeing: JudgeFeature = {
  name: 'agreeing',
  says: '1 the best sentence it quotes agrees with what is asked, −1 it does not, 0 it quotes none',
  value: ({ sentences: [best] }) => (best ? (agrees(best) ? 1 : -1) : 0),
};
