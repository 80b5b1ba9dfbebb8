import { better, lateShare, nearest } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const bestClause: SentenceFeature = {
  name: 'l_cf',
  says: '最合的一两个分句含问题词义的份额，问数字时只看有数字的分句；0 至 1',
  value: ({ words, query: { unit } }, { clauses }) => {
    const wanted = clauses.filter(({ flat }) => unit === undefined || /\d/u.test(flat));
    const shares = wanted.flatMap((clause) => {
      const next = clauses[clauses.indexOf(clause) + 1];
      const own = nearest(words, clause.words);
      if (!next) return [lateShare(words, own)];
      const after = nearest(words, next.words);
      return [lateShare(words, own), lateShare(words, better(own, after))];
    });
    return Math.max(0, ...shares);
  },
};
