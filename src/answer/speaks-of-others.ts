import { flatPassage } from '../retrieve/flat-passage.ts';
import type { Draft, Evidence } from './draft.ts';

/** Whether the question names a place, and no document, and what would answer it says nothing of that place. */
export function speaksOfOthers(draft: Draft, { query: { scope } }: Evidence): boolean {
  const { places, documentIds } = scope;
  if (documentIds.length > 0 || places.length === 0) return false;
  const cited = citedBy(draft);
  return !places.some((place) => cited.includes(place));
}

/** Parts of a whole that only what is said of that part answers. */
const PARTS = /男|女|[上下]半年|[一二三四]季度/gu;

/** Whether the question asks of a part (女性, 上半年) and what would answer it only knows the whole. */
export function speaksOfWhole(draft: Draft, { query: { text } }: Evidence): boolean {
  const asked = text.match(PARTS) ?? [];
  if (asked.length === 0) return false;
  const cited = citedBy(draft);
  return !asked.every((part) => cited.includes(part));
}

/** All passages that a draft cites with the headings above them, flattened. */
const citedBy = ({ claims }: Draft): string =>
  claims
    .flatMap(({ proofs }) => proofs.map(({ passage }) => flatPassage(passage)))
    .map(({ text, headings }) => `${headings}\n${text}`)
    .join('\n');
