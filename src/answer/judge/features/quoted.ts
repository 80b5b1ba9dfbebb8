import type { JudgeFeature } from '../considered.ts';

/** Whether the words that the question puts in quotation marks are there. */
export const quoted: JudgeFeature = {
  name: 'quoted',
  says: '1 all words in quotation marks are quoted or stand over it, −1 one is missing, 0 there are none',
  value: ({ query, quoted: text, headings }) => {
    if (query.quoted.length === 0) return 0;
    return query.quoted.every((words) => (text + headings).includes(words)) ? 1 : -1;
  },
};
