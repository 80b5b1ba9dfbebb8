import type { JudgeFeature } from '../considered.ts';

/** How much there is to choose from. */
export const several: JudgeFeature = {
  name: 'several',
  says: 'how many candidates there are; from 1',
  value: (_, all) => all.length,
};
