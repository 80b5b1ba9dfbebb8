import { lateShare } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const meantOnly: SentenceFeature = {
  name: 'l_new',
  says: '词义相近而字面没有说到的份额；0 至 1',
  value: ({ words }, { found }) =>
    lateShare(
      words,
      found.map((near) => (near < 1 ? near : 0)),
    ),
};
