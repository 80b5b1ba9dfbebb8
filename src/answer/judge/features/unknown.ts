import type { JudgeFeature } from '../considered.ts';

/** How much of the question no document knows. */
export const unknown: JudgeFeature = {
  name: 'unknown',
  says: 'share of the weight of what the question is about that stands in no document; 0–1',
  value: ({ query: { concepts } }) => {
    const all = concepts.reduce((sum, { weight }) => sum + weight, 0);
    const missing = concepts
      .filter((concept) => concept.unknown)
      .reduce((sum, { weight }) => sum + weight, 0);
    return all > 0 ? missing / all : 0;
  },
};
