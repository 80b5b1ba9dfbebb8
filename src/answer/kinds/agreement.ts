import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';

/** Whether nothing of a sentence is against what is asked: neither its year, nor planned or done, nor its figure. */
export const agrees = ({ features }: RankedSentence): boolean => {
  const { pdt = 0, unit = 0, yin } = features;
  return pdt >= 0 && unit >= 0 && yin !== 0;
};
