import { better } from '../late/late-share.ts';
import type { SentenceFeature } from './feature.ts';

export const rarest: SentenceFeature = {
  name: 'r3',
  says: '三个最少见的词里词义最远的那个有多近，靠标题时至多 0.7；0 至 1',
  value: ({ words }, { found, foundInHeadings }) => {
    const near = better(found, foundInHeadings, 0.7);
    const rare = [...words.keys()].sort(
      (a, b) => (words[b]?.weight ?? 0) - (words[a]?.weight ?? 0),
    );
    return words.length === 0 ? 0 : Math.min(...rare.slice(0, 3).map((at) => near[at] ?? 0));
  },
};
