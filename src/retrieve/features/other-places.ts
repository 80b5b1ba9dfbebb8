import type { SentenceFeature } from './feature.ts';

export const otherPlaces: SentenceFeature = {
  name: 'plc',
  says: 'share of the towns, waters and other places within that are named there; none asked ½',
  value: ({ query: { scope } }, { sentence, headings }) => {
    const { places } = scope;
    if (places.length === 0) return 0.5;
    const said = places.filter(
      (place) => sentence.flat.includes(place) || headings.includes(place),
    );
    return said.length / places.length;
  },
};
