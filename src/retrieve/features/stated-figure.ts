import type { SentenceFeature } from './feature.ts';

export const statedFigure: SentenceFeature = {
  name: 'numq',
  says: '问题里说的数字在句中为 1，不在为 0；没有说数字 0.5',
  value: ({ query: { figures } }, { sentence }) =>
    figures.length === 0 ? 0.5 : figures.some((figure) => sentence.flat.includes(figure)) ? 1 : 0,
};
