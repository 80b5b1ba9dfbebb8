import type { JudgeFeature } from '../considered.ts';

/** Whether it stands where the answer before stood. */
export const focus: JudgeFeature = {
  name: 'focus',
  says: '1 it cites a passage that an earlier turn stood on, else 0',
  value: ({ query, passages }) => (passages.some(({ id }) => query.focus.includes(id)) ? 1 : 0),
};
