import { countSaid } from '../../kinds/structure.ts';
import type { JudgeFeature } from '../considered.ts';

const FEWEST = 3;

/** Whether as many things are named as the question says there are. */
export const countNamed: JudgeFeature = {
  name: 'countNamed',
  says: 'the question says how many there are: 1 as many are named, −1 fewer; 0 it does not say',
  value: ({ query, candidate, quoted }) => {
    const count = countSaid(query.text);
    const wantsThem = query.kinds.list + query.kinds.definition + query.kinds.overview > 0.5;
    if (count === undefined || count < FEWEST || !wantsThem) return 0;
    const inSentences = quoted
      .split(/[。\n]/u)
      .map((sentence) => (sentence.match(/[、，；]|[和及与]/gu)?.length ?? 0) + 1);
    const inHeadings = candidate.way === 'headings' ? (quoted.match(/……/gu)?.length ?? 0) + 1 : 0;
    return Math.max(...inSentences, inHeadings, candidate.claims.length) >= count ? 1 : -1;
  },
};
