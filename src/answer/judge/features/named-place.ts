import type { JudgeFeature } from '../considered.ts';

/** Whether the town, river or mountain that the question names is spoken of. */
export const namedPlace: JudgeFeature = {
  name: 'namedPlace',
  says: '1 a place within a region that the question names is said, −1 it is not, 0 none is named',
  value: ({ query: { scope }, quoted, headings }) => {
    if (scope.places.length === 0) return 0;
    return scope.places.some((name) => (quoted + headings).includes(name)) ? 1 : -1;
  },
};
