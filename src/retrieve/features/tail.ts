import type { SentenceFeature } from './feature.ts';

export const tail: SentenceFeature = {
  name: 'tailn',
  says: '问题最后的名词或动词在句中为 1，在标题里 0.5，否则为 0',
  value: ({ query: { tail: said } }, { sentence, headings }) => {
    if (said === null) return 0;
    return sentence.flat.includes(said) ? 1 : headings.includes(said) ? 0.5 : 0;
  },
};
