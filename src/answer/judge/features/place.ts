import type { JudgeFeature } from '../considered.ts';

/** Whether it is of the place or document asked about. */
export const place: JudgeFeature = {
  name: 'place',
  says: '1 only of documents named, 0 none is named, −1 of others, or a place was named that has none',
  value: ({ query: { scope }, documents }) => {
    if (scope.documentIds.length === 0) return scope.absentRegions.length > 0 ? -1 : 0;
    return documents.every(({ id }) => scope.documentIds.includes(id)) ? 1 : -1;
  },
};
