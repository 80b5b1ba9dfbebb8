import { holdsNumber, numbersIn } from '../../figures.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether the figures that the question states are there. */
export const figures: JudgeFeature = {
  name: 'figures',
  says: 'share of the figures stated by the question that it quotes; 0–1, 0 where none is stated',
  value: ({ query, quoted }) => {
    const stated = query.figures.flatMap(numbersIn);
    const held = stated.filter((number) => holdsNumber(quoted, number));
    return stated.length > 0 ? held.length / stated.length : 0;
  },
};
