import type { JudgeFeature } from '../considered.ts';

/** Whether the last thing the question says is there. */
export const tail: JudgeFeature = {
  name: 'tail',
  says: '1 the last noun or verb of the question is quoted, 0.5 it stands in a heading over it, else 0',
  value: ({ query, quoted, headings }) =>
    query.tail === null
      ? 0.5
      : quoted.includes(query.tail)
        ? 1
        : headings.includes(query.tail)
          ? 0.5
          : 0,
};
