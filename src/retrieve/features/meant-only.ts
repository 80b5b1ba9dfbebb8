import { lateShare } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const meantOnly: SentenceFeature = {
  name: 'l_new',
  says: 'late share from words that are meant but not said; 0–1',
  value: ({ words }, { found }) =>
    lateShare(
      words,
      found.map((near) => (near < 1 ? near : 0)),
    ),
};
