import { better } from '../../../retrieve/late/late-share.ts';
import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

const RAREST = 3;
const HEADING_SHARE = 0.7;

/** Whether the words that tell most are there, or words that mean them. */
export const rareMeant: JudgeFeature = {
  name: 'rareMeant',
  says: 'the least nearness of the three rarest asked words in the quotations, or at 0.7 in their headings; 0–1',
  value: ({ query, evidence, quoted, headings }) => {
    const { asked, found } = meaningOf(query, evidence.index);
    const near = better(found(quoted), found(headings), HEADING_SHARE);
    const rare = [...asked.keys()]
      .toSorted((a, b) => (asked[b]?.weight ?? 0) - (asked[a]?.weight ?? 0))
      .slice(0, RAREST);
    return rare.length > 0 ? Math.min(...rare.map((at) => near[at] ?? 0)) : 0.5;
  },
};
