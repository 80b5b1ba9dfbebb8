import type { Hit, Passage } from '../../../model.ts';
import type { Option } from '../choice.tsx';
import { KINDS, type SearchQuery } from './search-query.ts';

const YEAR = /(?<!\d)(?:19|20)\d{2}(?=\s*年|\s*[—–-])/gu;

const memo = new WeakMap<Passage, readonly string[]>();

/** Years that a passage names; of a row also those of its columns. Looked for once while it is in memory. */
export function yearsIn(passage: Passage): readonly string[] {
  const { text, headingPath } = passage;
  const years = memo.get(passage) ?? [
    ...new Set(`${headingPath.join(' ')} ${text}`.match(YEAR) ?? []),
  ];
  memo.set(passage, years);
  return years;
}

export const chapterOf = ({ headingPath }: Passage): string => headingPath[0] ?? '';

/** Hits that a query's filters leave, in their order. */
export function filterHits(hits: readonly Hit[], query: SearchQuery): readonly Hit[] {
  return hits.filter(
    ({ passage }) =>
      (query.documentId === '' || passage.documentId === query.documentId) &&
      (query.chapter === '' || chapterOf(passage) === query.chapter) &&
      (query.kind === '' || passage.kind === query.kind) &&
      (query.year === '' || yearsIn(passage).includes(query.year)),
  );
}

export interface FilterOptions {
  /** By document. */
  readonly chapters: ReadonlyMap<string, readonly Option[]>;
  readonly years: readonly Option[];
  readonly kinds: readonly Option[];
}

/** What the hits can be narrowed to, each with how many it leaves; chapters in the order of the text. */
export function filterOptions(hits: readonly Hit[]): FilterOptions {
  const passages = hits.map(({ passage }) => passage);
  const byDocument = new Map<string, Passage[]>();
  for (const passage of passages.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const own = byDocument.get(passage.documentId);
    if (own === undefined) byDocument.set(passage.documentId, [passage]);
    else own.push(passage);
  }
  return {
    chapters: new Map([...byDocument].map(([id, own]) => [id, counted(own.map(chapterOf))])),
    years: counted(passages.flatMap(yearsIn)).sort(([a], [b]) => Number(a) - Number(b)),
    kinds: counted(
      passages.map(({ kind }) => kind),
      (kind) => KINDS[kind],
    ),
  };
}

function counted<Value extends string>(
  values: readonly Value[],
  nameOf: (value: Value) => string = (value) => value,
): Option[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([value]) => value !== '')
    .map(([value, count]) => [value, `${nameOf(value)}（${count}）`]);
}
