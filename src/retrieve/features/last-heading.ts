import { lateShare } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const lastHeading: SentenceFeature = {
  name: 'l_last',
  says: '最内一层标题含问题词义的份额；0 至 1',
  value: ({ words }, { foundInLastHeading }) => lateShare(words, foundInLastHeading),
};
