import type { JudgeFeature } from '../considered.ts';

/** How much it says. */
export const length: JudgeFeature = {
  name: 'length',
  says: 'natural logarithm of its characters; 0–7',
  value: ({ candidate }) =>
    Math.log(1 + candidate.claims.reduce((sum, { text }) => sum + text.length, 0)),
};
