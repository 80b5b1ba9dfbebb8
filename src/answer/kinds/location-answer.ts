import type { Passage } from '../../model.ts';
import { coverageOf } from '../../retrieve/matching.ts';
import { isAt, type Location } from '../../understand/location.ts';
import { flatten } from '../../understand/question-text.ts';
import { type Draft, type DraftClaim, type Evidence, likelyDocuments } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { asSentence, readable } from '../windows.ts';
import { linesOf } from './passage-lines.ts';

/** What stands at a numbered place: a chapter's sections and opening, the items of a panel. */
export function locationAnswer(evidence: Evidence): Draft | undefined {
  const { query, index } = evidence;
  const { locations } = query;
  if (locations.length === 0 || query.unit || query.wants.has('who')) return undefined;
  const claims = likelyDocuments(evidence).flatMap((id) =>
    claimsAt(locations, index.passagesOf(id), evidence),
  );
  return claims.length > 0 ? { kind: 'outline', claims } : undefined;
}

const isUnder = (locations: readonly Location[], { headingPath }: Passage): boolean =>
  locations.every((location) => headingPath.some((heading) => isAt(location, heading)));

function claimsAt(
  locations: readonly Location[],
  passages: readonly Passage[],
  evidence: Evidence,
): DraftClaim[] {
  const here = passages.filter((passage) => isUnder(locations, passage));
  const outline = here.find(
    ({ kind, headingPath }) => kind === 'outline' && isAtEnd(locations, headingPath),
  );
  const texts = here.filter(({ kind }) => kind === 'text');
  const asked =
    evidence.query.content === '' ? [] : texts.filter((passage) => says(evidence, passage));
  if (asked.length > 0 && asked.length < texts.length)
    return asked.slice(0, MAX_TEXTS).map(wholeOf);
  if (outline) return [headingsOf(outline), ...texts.slice(0, 1).map(openingOf)];
  return texts.slice(0, MAX_TEXTS).map(wholeOf);
}

const MAX_TEXTS = 6;
const SAYS_FROM = 0.5;

const says = ({ query }: Evidence, { text }: Passage): boolean =>
  coverageOf(query, flatten(text)).share >= SAYS_FROM;

const isAtEnd = (locations: readonly Location[], headingPath: readonly string[]): boolean => {
  const innermost = locations.at(-1);
  return innermost !== undefined && isAt(innermost, headingPath.at(-1) ?? '');
};

function headingsOf(outline: Passage): DraftClaim {
  const [own = '', ...parts] = linesOf(outline);
  return {
    text: `${readable(own)}：${parts.map(readable).join('；')}。`,
    proofs: [{ passage: outline, quote: [own, ...parts].join(ELLIPSIS) }],
  };
}

/** The first sentence says what a chapter is about. */
function openingOf(passage: Passage): DraftClaim {
  const quote = /^[^。]*。?/u.exec(passage.quotable)?.[0] ?? passage.quotable;
  return { text: asSentence(quote), proofs: [{ passage, quote }] };
}

const wholeOf = (passage: Passage): DraftClaim => ({
  text: asSentence(passage.quotable),
  proofs: [{ passage, quote: passage.quotable.trim() }],
});
