import type { DocumentInfo } from '../model.ts';
import type { LiveIndex } from './live-index.ts';
import type { PlanIndex } from './plan-index.ts';

/** The index as though these documents had never been added: they are neither found nor counted, nor opened by id. */
export function withoutDocuments(index: PlanIndex, hidden: ReadonlySet<string>): PlanIndex {
  if (hidden.size === 0) return index;
  const isSeen = (id: string): boolean => !hidden.has(id);
  const isOfSeen = ({ documentId }: { readonly documentId: string }): boolean => isSeen(documentId);
  const documents = index.documents.filter(({ id }) => isSeen(id));
  const everyId = documents.map(({ id }) => id);
  const within = <Query extends { readonly documentIds?: readonly string[] }>(query: Query) => ({
    ...query,
    documentIds: query.documentIds?.filter(isSeen) ?? everyId,
  });
  const frequency = (term: string, ids: readonly string[] = everyId): number =>
    index.documentFrequency(term, ids.filter(isSeen));
  const { generation, manifest, segmenter, embedder, words } = index;
  return {
    ...{ generation, segmenter, embedder, words },
    manifest: {
      ...manifest,
      // A file of which nothing is known yet may be of the hidden ones.
      refused: manifest.refused.filter(({ keptAs }) => keptAs !== null && isSeen(keptAs)),
      counts: { ...manifest.counts, documents: documents.length },
    },
    documents,
    indicators: index.indicators.filter(isOfSeen),
    responsibilities: index.responsibilities.filter(isOfSeen),
    glossary: index.glossary.filter(isOfSeen),
    document: (id) => (isSeen(id) ? index.document(id) : undefined),
    reading: (id) => (isSeen(id) ? index.reading(id) : undefined),
    passage: (id) => {
      const passage = index.passage(id);
      return passage && isOfSeen(passage) ? passage : undefined;
    },
    passagesOf: (id) => (isSeen(id) ? index.passagesOf(id) : []),
    searchLexical: (query) => index.searchLexical(within(query)),
    searchVectors: (query) => index.searchVectors(within(query)),
    nearestTerms: (vector, limit) =>
      index
        .nearestTerms(vector, limit * TERMS_LOOKED_AT)
        .filter(({ term }) => frequency(term) > 0)
        .slice(0, limit),
    documentFrequency: frequency,
    close: () => index.close(),
  };
}

/** How many times as many words as are wanted: some stand in hidden documents only. */
const TERMS_LOOKED_AT = 3;

/** Where an index is taken from. */
export type IndexSource = Pick<LiveIndex, 'use' | 'current'>;

/** The newest index, as `withoutDocuments`; made once for each. */
export function sourceWithout(
  source: IndexSource,
  hiddenAmong: (documents: readonly DocumentInfo[]) => ReadonlySet<string>,
): IndexSource {
  const known = new WeakMap<PlanIndex, PlanIndex>();
  const seen = (index: PlanIndex): PlanIndex => {
    const view = known.get(index) ?? withoutDocuments(index, hiddenAmong(index.documents));
    known.set(index, view);
    return view;
  };
  return {
    use: (work) => source.use((index) => work(seen(index))),
    current: () => seen(source.current()),
  };
}
