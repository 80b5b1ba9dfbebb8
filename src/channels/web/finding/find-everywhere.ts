import { type App, createNameSearch, type SearchTerm } from '../../../app.ts';
import type { Hit } from '../../../model.ts';
import { type KnownName, knownNames, type Sort } from './known-names.ts';

/** What goes by what was typed. */
export interface Found {
  readonly text: string;
  readonly names: ReadonlyMap<Sort, readonly KnownName[]>;
  readonly hits: readonly Hit[];
  /** To mark in the hits. */
  readonly terms: readonly SearchTerm[];
}

const NAMES_A_SORT = 5;
const NAMES_LOOKED_AT = 60;
const HITS = 4;

/** Looks the same text up in all there is. Which names there are is worked out once. */
export function createFinder(app: App): (text: string) => Promise<Found> {
  const names = knownNames(app);
  const search = createNameSearch(names.map(({ name }) => name));
  return async (text) => {
    const bySort = new Map<Sort, KnownName[]>();
    const addresses = new Set<string>();
    for (const { index } of search.find(text, NAMES_LOOKED_AT)) {
      const known = names[index];
      // A document is called several names.
      if (known === undefined || addresses.has(known.address)) continue;
      const own = bySort.get(known.sort) ?? [];
      if (own.length === NAMES_A_SORT) continue;
      addresses.add(known.address);
      bySort.set(known.sort, [...own, known]);
    }
    const hits = text === '' ? [] : await app.search(text, { limit: HITS });
    return { text, names: bySort, hits, terms: text === '' ? [] : app.searchTerms(text) };
  };
}
