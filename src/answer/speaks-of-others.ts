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

/** Parts of a whole that only what is said of that part answers. */
const DISTINCTIONS: readonly RegExp[] = [
  /男/u,
  /女/u,
  /上半年/u,
  /下半年/u,
  /第?[一二三四1-4]季度/u,
];

/** Whether the question asks of a part (女性, 上半年) and what would answer it only knows the whole. */
export function speaksOfWhole({ claims }: Draft, { query: { text } }: Evidence): boolean {
  const asked = DISTINCTIONS.filter((part) => part.test(text));
  const cited = claims
    .flatMap(({ proofs }) => proofs.map(({ passage }) => flatPassage(passage)))
    .map(({ text: said, headings }) => said + headings)
    .join();
  return !asked.every((part) => part.test(cited));
}
