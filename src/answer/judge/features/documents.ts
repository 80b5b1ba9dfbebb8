import type { JudgeFeature } from '../considered.ts';

/** Whether each document asked about has its say. */
export const documents: JudgeFeature = {
  name: 'documents',
  says: 'share of several documents named that it cites; 0–1, 1 where one or none is named',
  value: ({ query: { scope }, documents: cited }) =>
    scope.documentIds.length < 2
      ? 1
      : cited.filter(({ id }) => scope.documentIds.includes(id)).length / scope.documentIds.length,
};
