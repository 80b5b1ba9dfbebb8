import type { JudgeFeature } from '../considered.ts';

const ASKED = 0.4;
const EXPLAINS =
  /是指|指的是|系指|所称|也就是|包括|分别(?:是|为)|即(?![将使便可时日])|[(（](?:指|即|含)|[:：][^。]{6,}|——/u;

/** What a term means is answered by words that explain it, not by a mention. */
export const explains: JudgeFeature = {
  name: 'explains',
  says: 'asked what a term means: 1 the quotations explain, −1 they only mention; 0 not asked',
  value: ({ query: { kinds, wants }, candidate, quoted }) => {
    if (kinds.definition < ASKED && !wants.has('define')) return 0;
    return candidate.way === 'definition' || EXPLAINS.test(quoted) ? 1 : -1;
  },
};
