import { conceptIn } from '../../../retrieve/matching.ts';
import type { JudgeFeature } from '../considered.ts';

const RAREST = 3;

/** Whether the words that tell most are there, or words that mean them. */
export const rarest: JudgeFeature = {
  name: 'rarest',
  says: 'the least degree to which one of the three rarest known words of the question is said; 0–1',
  value: ({ query, quoted, headings }) => {
    const rare = query.concepts
      .filter(({ unknown }) => !unknown)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, RAREST);
    const degrees = rare.map((concept) =>
      Math.max(conceptIn(concept, quoted), 0.7 * conceptIn(concept, headings)),
    );
    return degrees.length > 0 ? Math.min(...degrees) : 0.5;
  },
};
