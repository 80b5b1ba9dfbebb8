import type { Passage } from '../model.ts';
import type { Query } from '../understand/query.ts';
import { flatPassage } from './flat-passage.ts';

/** Whether a passage of a document the question does not name still speaks of a region it names. */
const namesRegion = (passage: Passage, query: Query): boolean => {
  const { text, headings } = flatPassage(passage);
  return [...query.scope.regionNames, ...query.scope.absentRegions].some(
    (region) => text.includes(region) || headings.includes(region),
  );
};

/** Of a document the query names, or at least about its region. */
export const isInScope = (passage: Passage, query: Query): boolean => {
  const { documentIds } = query.scope;
  return (
    documentIds.length === 0 ||
    documentIds.includes(passage.documentId) ||
    namesRegion(passage, query)
  );
};
