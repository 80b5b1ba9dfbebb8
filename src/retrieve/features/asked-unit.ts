import type { SentenceFeature } from './feature.ts';

export const askedUnit: SentenceFeature = {
  name: 'unit',
  says: '有所问单位的数字为 1，汉字数字 0.5，没有为 −1；未问数字为 0',
  value: ({ query: { unit } }, { sentence: { flat, passage } }) => {
    if (unit === undefined) return 0;
    if (unit.figure.test(flat) || (passage.kind === 'row' && /\d/u.test(flat))) return 1;
    return unit.loose?.test(flat) ? 0.5 : -1;
  },
};
