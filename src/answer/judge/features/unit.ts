import type { JudgeFeature } from '../considered.ts';

/** Whether a figure of the kind asked for is there. */
export const unit: JudgeFeature = {
  name: 'unit',
  says: '1 with a figure of the asked kind, 0 with one in Chinese numerals or where none is asked, −1 with none',
  value: ({ query: { unit: asked }, quoted, candidate }) => {
    if (asked === undefined || candidate.way === 'row') return 0;
    return asked.figure.test(quoted) ? 1 : asked.loose?.test(quoted) ? 0 : -1;
  },
};
