import { lateShare } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const wholePassage: SentenceFeature = {
  name: 'l_p',
  says: 'late share of the whole passage and its headings; 0–1',
  value: ({ words }, { foundInPassage }) => lateShare(words, foundInPassage),
};
