import { coverageOf } from '../../../retrieve/matching.ts';
import type { JudgeFeature } from '../considered.ts';

/** How much of the question its quotations hold. */
export const cover: JudgeFeature = {
  name: 'cover',
  says: 'weighed share of what the question is about that stands in the quotations or over them; 0–1',
  value: ({ query, quoted, headings }) => coverageOf(query, quoted, headings).share,
};
