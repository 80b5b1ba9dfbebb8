import { flatPassage } from '../retrieve/flat-passage.ts';
import type { Draft, Evidence } from './draft.ts';

/** Whether the question names a place, and no document, and what would answer it says nothing of that place. */
export function speaksOfOthers({ claims }: Draft, { query: { scope } }: Evidence): boolean {
  const { places, documentIds } = scope;
  if (documentIds.length > 0 || places.length === 0) return false;
  const cited = claims.flatMap(({ proofs }) => proofs.map(({ passage }) => flatPassage(passage)));
  return !cited.some(({ text, headings }) =>
    places.some((place) => text.includes(place) || headings.includes(place)),
  );
}
