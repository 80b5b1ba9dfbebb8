import { lateShare } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const lastHeading: SentenceFeature = {
  name: 'l_last',
  says: 'late share of the innermost heading; 0–1',
  value: ({ words }, { foundInLastHeading }) => lateShare(words, foundInLastHeading),
};
