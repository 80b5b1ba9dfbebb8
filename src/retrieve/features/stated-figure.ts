import type { SentenceFeature } from './feature.ts';

export const statedFigure: SentenceFeature = {
  name: 'numq',
  says: '1 a figure that the question states stands there, 0 none does; ½ it states none',
  value: ({ query: { figures } }, { sentence }) =>
    figures.length === 0 ? 0.5 : figures.some((figure) => sentence.flat.includes(figure)) ? 1 : 0,
};
