import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';

/** Whether nothing of a sentence is against what is asked: neither its year, nor planned or done, nor its figure. */
export const agrees = ({ features }: RankedSentence): boolean =>
  (features.pdt ?? 0) >= 0 && features.yin !== 0 && (features.unit ?? 0) >= 0;
