import type { SentenceFeature } from './feature.ts';

export const span: SentenceFeature = {
  name: 'span',
  says: 'several years asked: 1 said, −½ not; one year asked: −1 several are said, else 0.3; nothing asked 0',
  value: ({ query: { span: asked } }, { sentence }) => {
    if (asked === null) return 0;
    const isOfYears = /年均|累计|五年/u.test(sentence.flat);
    return asked === 'years' ? (isOfYears ? 1 : -0.5) : isOfYears ? -1 : 0.3;
  },
};
