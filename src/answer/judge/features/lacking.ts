import { better } from '../../../retrieve/late/late-share.ts';
import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

const HEADING_SHARE = 0.7;

/** The word of the question that it leaves out, by what it tells. */
export const lacking: JudgeFeature = {
  name: 'lacking',
  says: 'the largest share of the asked weight that one word has and neither quotations nor, at 0.7, their headings mean; 0–1',
  value: ({ query, evidence, quoted, headings }) => {
    const { asked, found } = meaningOf(query, evidence.index);
    const near = better(found(quoted), found(headings), HEADING_SHARE);
    const total = asked.reduce((sum, { weight }) => sum + weight, 0);
    const missing = asked.map(({ weight }, at) => weight * (1 - (near[at] ?? 0)));
    return total > 0 ? Math.max(0, ...missing) / total : 0;
  },
};
