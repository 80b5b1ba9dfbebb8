import type { Passage } from '../../model.ts';
import type { PlanPart } from '../../understand/plan-part.ts';
import { flatten } from '../../understand/question-text.ts';
import { type Draft, type DraftClaim, type Evidence, likelyDocuments } from '../draft.ts';
import { openingClaim } from '../opening.ts';
import { asSentence } from '../windows.ts';

const MAX_OPENING_CHARS = 300;
const MAX_LEAD_CHARS = 60;

/** What a plan says under the heading of a part that all plans have: how it begins, and what it is divided into. */
export function partAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  if (query.part === undefined) return undefined;
  const [id] =
    query.scope.preferredIds.length > 0 ? query.scope.preferredIds : likelyDocuments(evidence);
  const claims = id === undefined ? [] : claimsUnder(query.part, evidence.index.passagesOf(id));
  return claims.length > 0 ? { kind: 'list', claims } : undefined;
}

function claimsUnder(part: PlanPart, passages: readonly Passage[]): DraftClaim[] {
  const texts = passages.filter(({ kind }) => kind === 'text');
  return underHeading(part, texts) ?? afterOpening(part, texts);
}

function underHeading(
  { heading: pattern }: PlanPart,
  texts: readonly Passage[],
): DraftClaim[] | undefined {
  const [path] = texts.flatMap(({ headingPath }) => {
    const at = headingPath.findIndex((heading) => pattern.test(flatten(heading)));
    return at < 0 ? [] : [headingPath.slice(0, at + 1)];
  });
  if (!path) return undefined;
  const within = texts.filter(({ headingPath }) =>
    path.every((heading, at) => headingPath[at] === heading),
  );
  const first = within.find(({ headingPath }) => headingPath.length === path.length);
  return [
    ...(first ? [openingClaim(first, MAX_OPENING_CHARS)] : []),
    ...leadsOf(within, path.length),
  ];
}

/** Where headings are lost: the sentence such a part begins with, and the leads that follow it at once. */
function afterOpening({ opening }: PlanPart, texts: readonly Passage[]): DraftClaim[] {
  const at = opening ? texts.findIndex((text) => sentenceOf(text, opening) !== undefined) : -1;
  const first = texts[at];
  const quote = first && opening && sentenceOf(first, opening);
  if (!first || !quote) return [];
  const claim = { text: asSentence(quote), proofs: [{ passage: first, quote }] };
  // Another paragraph in between: it is that one which the leads belong to.
  if (first.quotable.slice(first.quotable.indexOf(quote)).trimEnd().includes('\n')) return [claim];
  const depth = first.headingPath.length;
  const after = texts.slice(at + 1);
  const end = after.findIndex(({ headingPath }) => headingPath.length <= depth);
  return [claim, ...leadsOf(end < 0 ? after : after.slice(0, end), depth)];
}

const sentenceOf = ({ quotable }: Passage, opening: RegExp): string | undefined =>
  (quotable.match(/[^。\n]+[。\n]?/gu) ?? [])
    .map((sentence) => sentence.trim())
    .find((sentence) => opening.test(sentence));

/** How the first passage under each further heading begins. */
function leadsOf(passages: readonly Passage[], depth: number): DraftClaim[] {
  const leads = new Map<string, Passage>();
  for (const passage of passages) {
    const lead = passage.headingPath[depth];
    if (lead !== undefined && !leads.has(lead)) leads.set(lead, passage);
  }
  return [...leads.values()].map((passage) => openingClaim(passage, MAX_LEAD_CHARS));
}
