import type { SentenceFeature } from './feature.ts';

export const tail: SentenceFeature = {
  name: 'tailn',
  says: 'the last noun or verb of the question stands in the sentence 1, in its headings ½, else 0',
  value: ({ query: { tail: said } }, { sentence, headings }) => {
    if (said === null) return 0;
    return sentence.flat.includes(said) ? 1 : headings.includes(said) ? 0.5 : 0;
  },
};
