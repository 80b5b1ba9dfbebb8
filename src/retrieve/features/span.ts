import type { SentenceFeature } from './feature.ts';

export const span: SentenceFeature = {
  name: 'span',
  says: '问多年：说多年为 1，没说 −0.5；问一年：说多年为 −1，没说 0.3；未问为 0',
  value: ({ query: { span: asked } }, { sentence }) => {
    if (asked === null) return 0;
    const isOfYears = /年均|累计|五年/u.test(sentence.flat);
    return asked === 'years' ? (isOfYears ? 1 : -0.5) : isOfYears ? -1 : 0.3;
  },
};
