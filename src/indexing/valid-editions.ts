import type { Hit } from '../model.ts';
import type { PlanIndex } from './plan-index.ts';

/**
 * The index without documents that a later edition took the place of: what answers stand on where nobody asks
 * for a former one, which can still be opened by its id.
 */
export function validEditions(index: PlanIndex): PlanIndex {
  const former = new Set(
    index.documents.flatMap(({ id, replacedBy }) => (replacedBy === undefined ? [] : [id])),
  );
  if (former.size === 0) return index;
  const isValid = ({ documentId }: { readonly documentId: string }): boolean =>
    !former.has(documentId);
  /** A former edition says nearly what the valid one says: each hit may have its double. */
  const search = <Query extends Searched>(find: (query: Query) => Hit[], query: Query): Hit[] => {
    const documentIds = query.documentIds?.filter((id) => !former.has(id));
    return find({ ...query, ...(documentIds && { documentIds }), limit: query.limit * 2 })
      .filter(({ passage }) => isValid(passage))
      .slice(0, query.limit);
  };
  const { generation, manifest, segmenter, embedder, words } = index;
  return {
    ...{ generation, manifest, segmenter, embedder, words },
    documents: index.documents.filter(({ id }) => !former.has(id)),
    indicators: index.indicators.filter(isValid),
    responsibilities: index.responsibilities.filter(isValid),
    glossary: index.glossary.filter(isValid),
    document: (id) => index.document(id),
    reading: (id) => index.reading(id),
    passage: (id) => index.passage(id),
    passagesOf: (id) => index.passagesOf(id),
    searchLexical: (query) => search((wider) => index.searchLexical(wider), query),
    searchVectors: (query) => search((wider) => index.searchVectors(wider), query),
    nearestTerms: (vector, limit) => index.nearestTerms(vector, limit),
    documentFrequency: (term, documentIds) => index.documentFrequency(term, documentIds),
    close: () => index.close(),
  };
}

interface Searched {
  readonly documentIds?: readonly string[];
  readonly limit: number;
}
