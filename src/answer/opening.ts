import type { Passage } from '../model.ts';
import type { DraftClaim } from './draft.ts';
import { asSentence } from './windows.ts';

/** A passage's whole sentences from the start, as many as fit; the first where none does. */
export function openingClaim(passage: Passage, maxChars: number): DraftClaim {
  const { quotable } = passage;
  const ends = [...quotable.matchAll(/[。；]/gu)].map(({ index }) => index + 1);
  const end = ends.filter((at) => at <= maxChars).at(-1) ?? ends[0] ?? quotable.length;
  const quote = quotable.slice(0, end);
  return { text: asSentence(quote), proofs: [{ passage, quote }] };
}
