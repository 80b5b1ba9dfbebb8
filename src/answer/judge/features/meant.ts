import { better, lateShare } from '../../../retrieve/late/late-share.ts';
import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

const HEADING_SHARE = 0.7;

/** How much of the question its quotations say or mean. */
export const meant: JudgeFeature = {
  name: 'meant',
  says: 'weighed share of the asked words that the quotations, or at 0.7 their headings, say or mean; 0–1',
  value: ({ query, evidence, quoted, headings }) => {
    const { asked, found } = meaningOf(query, evidence.index);
    return lateShare(asked, better(found(quoted), found(headings), HEADING_SHARE));
  },
};
