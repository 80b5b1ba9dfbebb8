import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

const SAME = 0.999;

/** Whether the places looked through know the words of the question. */
export const reachedLiterally: JudgeFeature = {
  name: 'reachedLiterally',
  says: 'weighed share of the asked words that any passage found holds as they were asked; 0–1',
  value: ({ query, evidence: { index, reached } }) => {
    const { asked } = meaningOf(query, index);
    let [got, total] = [0, 0];
    for (const [at, { weight }] of asked.entries()) {
      total += weight;
      if ((reached[at] ?? 0) > SAME) got += weight;
    }
    return total > 0 ? got / total : 0;
  },
};
