import type { SentenceFeature } from './feature.ts';

export const askedUnit: SentenceFeature = {
  name: 'unit',
  says: '1 a figure of the asked unit stands there, ½ one in Chinese numerals, −1 none; 0 none asked for',
  value: ({ query: { unit } }, { sentence: { flat, passage } }) => {
    if (unit === undefined) return 0;
    if (unit.figure.test(flat) || (passage.kind === 'row' && /\d/u.test(flat))) return 1;
    return unit.loose?.test(flat) ? 0.5 : -1;
  },
};
