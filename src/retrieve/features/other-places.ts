import type { SentenceFeature } from './feature.ts';

export const otherPlaces: SentenceFeature = {
  name: 'plc',
  says: '所问乡镇、河湖等地名有多少在此；0 至 1，未问 0.5',
  value: ({ query: { scope } }, { sentence, headings }) => {
    const { places } = scope;
    if (places.length === 0) return 0.5;
    const said = places.filter(
      (place) => sentence.flat.includes(place) || headings.includes(place),
    );
    return said.length / places.length;
  },
};
