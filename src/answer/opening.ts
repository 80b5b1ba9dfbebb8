import type { Passage } from '../model.ts';
import { flatten } from '../understand/question-text.ts';
import type { DraftClaim } from './draft.ts';
import { asSentence } from './windows.ts';

/** A passage's whole sentences from the start, as many as fit; the first where none does. */
export function openingClaim(passage: Passage, maxChars: number): DraftClaim {
  return claimFrom(passage, passage.quotable, maxChars);
}

/** The same without a lead that only says the heading the passage stands under. */
export function openingAfterLead(passage: Passage, maxChars: number): DraftClaim {
  const { quotable, headingPath } = passage;
  const lead = quotable.slice(0, quotable.indexOf('。') + 1);
  const isHeading = plain(lead) === plain(headingPath.at(-1) ?? '');
  const rest = isHeading ? quotable.slice(lead.length) : '';
  return claimFrom(passage, rest.trim() === '' ? quotable : rest, maxChars);
}

const plain = (text: string): string => flatten(text).replace(/[^\p{L}\p{N}]/gu, '');

function claimFrom(passage: Passage, quotable: string, maxChars: number): DraftClaim {
  const ends = [...quotable.matchAll(/[。；]/gu)].map(({ index }) => index + 1);
  const end = ends.filter((at) => at <= maxChars).at(-1) ?? ends[0] ?? quotable.length;
  const quote = quotable.slice(0, end);
  return { text: asSentence(quote), proofs: [{ passage, quote }] };
}
