import type { JudgeFeature } from '../considered.ts';

const MOST = 10;

/** Among many figures the right one is hard to see. */
export const figuresHeld: JudgeFeature = {
  name: 'figuresHeld',
  says: 'figures of the asked kind in the quotations, at most ten; −1 where no figure is asked; −1–10',
  value: ({ query: { unit }, quoted }) =>
    unit === undefined
      ? -1
      : Math.min(MOST, quoted.match(new RegExp(unit.figure, 'gu'))?.length ?? 0),
};
