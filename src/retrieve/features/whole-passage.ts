import { lateShare } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const wholePassage: SentenceFeature = {
  name: 'l_p',
  says: '整段连同标题含问题词义的份额；0 至 1',
  value: ({ words }, { foundInPassage }) => lateShare(words, foundInPassage),
};
