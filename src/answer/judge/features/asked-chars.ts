import type { JudgeFeature } from '../considered.ts';

/** How much the question says. */
export const askedChars: JudgeFeature = {
  name: 'askedChars',
  says: 'natural logarithm of the characters of what the question is about; 0–7',
  value: ({ query: { content } }) => Math.log(1 + content.length),
};
