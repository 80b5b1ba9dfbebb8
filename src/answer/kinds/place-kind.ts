import type { Passage } from '../../model.ts';
import { coverageOf } from '../../retrieve/matching.ts';
import { isAt, type Location } from '../../understand/location.ts';
import { flatten } from '../../understand/question-text.ts';
import { type Candidate, type DraftClaim, type Evidence, likelyDocuments } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { asSentence, readable } from '../windows.ts';
import { partClaim } from './claims.ts';
import { linesOf } from './passage-lines.ts';
import { tellingSentences } from './sentence-kind.ts';

/** What stands at a numbered place; and in which chapter what is asked about stands. */
export function placeKind(evidence: Evidence): readonly Candidate[] {
  const { query, index } = evidence;
  const { locations } = query;
  if (locations.length === 0) return WHERE.test(query.text) ? chaptersOf(evidence) : [];
  const claims = likelyDocuments(evidence).flatMap((id) =>
    claimsAt(locations, index.passagesOf(id), evidence),
  );
  return claims.length > 0
    ? [{ kind: 'outline', way: 'headings', claims, signs: { pointedAt: 1 } }]
    : [];
}

/** Asks where a thing stands in the text, not where in the world. */
const WHERE =
  /先看|看哪|(?:哪|第几|几)一?[章节篇条](?!铁路|高速|高铁|路|河|线)|哪个?部分|哪一?部分|原文在哪|在(?:文件|规划|报告)(?:的|里)?哪/u;
const CHAPTERS = 2;

/** The places of the likeliest sentences by their headings, with their words. */
function chaptersOf(evidence: Evidence): Candidate[] {
  const seen = new Set<string>();
  const best = sentencesMeant(evidence).filter(({ passage }) => {
    const chapter = passage.headingPath[0] ?? '';
    const isNew = chapter !== '' && !seen.has(passage.documentId + chapter);
    seen.add(passage.documentId + chapter);
    return isNew;
  });
  const claims = best.slice(0, CHAPTERS).map((sentence): DraftClaim => {
    const { passage } = sentence;
    const place = passage.headingPath.map(readable).join(' › ');
    const title = evidence.documents.get(passage.documentId)?.shortTitle ?? '';
    const claim = partClaim(evidence, sentence);
    return { ...claim, text: `${title} ${place}：${claim.text}` };
  });
  return claims.map((claim, at) => ({
    kind: 'outline',
    way: 'headings',
    claims: [claim],
    signs: { wherePlaced: 1, candidateRank: 1 / (1 + at) },
  }));
}

/** Of what was answered just before where it is asked of that, else the likeliest. */
function sentencesMeant(evidence: Evidence): ReturnType<typeof tellingSentences> {
  const { focus, origins } = evidence.query;
  const likeliest = tellingSentences(evidence);
  const answered = likeliest.filter(({ passage }) => focus.includes(passage.id));
  return origins.subject === 'inherited' && answered.length > 0 ? answered : likeliest;
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
