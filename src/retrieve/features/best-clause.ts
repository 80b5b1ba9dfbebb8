import { HOLDS_FIGURE } from '../../understand/asked-unit.ts';
import { better, lateShare, nearest } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const bestClause: SentenceFeature = {
  name: 'l_cf',
  says: '最合的一两个分句含问题词义的份额，问数字时只看有数字的分句；0 至 1',
  value: ({ words, query: { unit } }, { clauses }) => {
    const found = clauses.map((clause) => nearest(words, clause.words));
    let best = 0;
    for (const [at, own] of found.entries()) {
      if (unit !== undefined && !HOLDS_FIGURE.test(clauses[at]?.flat ?? '')) continue;
      const after = found[at + 1];
      best = Math.max(best, lateShare(words, after ? better(own, after) : own));
    }
    return best;
  },
};
