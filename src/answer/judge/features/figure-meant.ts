import { better, lateShare } from '../../../retrieve/late/late-share.ts';
import { clausesOf } from '../../../retrieve/sentences.ts';
import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether the figure is one of what was asked, and not of what else the sentence speaks of. */
export const figureMeant: JudgeFeature = {
  name: 'figureMeant',
  says: 'share of the asked words in the best clause that holds a figure of the asked kind, with the one before it; 0–1, 0.5 none asked',
  value: ({ query, evidence, quoted }) => {
    const { unit } = query;
    if (unit === undefined) return 0.5;
    const { asked, found } = meaningOf(query, evidence.index);
    const clauses = clausesOf(quoted).map(([start, end]) => quoted.slice(start, end));
    const shares = clauses.flatMap((clause, at) => {
      if (!unit.figure.test(clause)) return [];
      const before = clauses[at - 1] ?? '';
      return [lateShare(asked, better(found(clause), found(before), 0.8))];
    });
    return Math.max(0, ...shares);
  },
};
