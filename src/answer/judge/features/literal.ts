import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

const SAME = 0.999;

/** How much of the question it says in its own words. */
export const literal: JudgeFeature = {
  name: 'literal',
  says: 'weighed share of the asked words that quotations or headings hold as they were asked; 0–1',
  value: ({ query, evidence, quoted, headings }) => {
    const { asked, found } = meaningOf(query, evidence.index);
    const [own, over] = [found(quoted), found(headings)];
    let [got, total] = [0, 0];
    for (const [at, { weight }] of asked.entries()) {
      total += weight;
      if (Math.max(own[at] ?? 0, over[at] ?? 0) > SAME) got += weight;
    }
    return total > 0 ? got / total : 0;
  },
};
