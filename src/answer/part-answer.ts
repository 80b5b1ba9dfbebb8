import type { Passage } from '../model.ts';
import { flatten } from '../retrieve/question-text.ts';
import { type Draft, type DraftClaim, type Evidence, likelyDocuments } from './draft.ts';
import { openingClaim } from './opening.ts';
import { wantsWhole } from './windows.ts';

const MAX_OPENING_CHARS = 300;
const MAX_LEAD_CHARS = 60;

/** What a plan says under the heading of a part that all plans have: how it begins, and what it is divided into. */
export function partAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  if (query.part === undefined || !wantsWhole(query)) return undefined;
  const [id] =
    query.scope.preferredIds.length > 0 ? query.scope.preferredIds : likelyDocuments(evidence);
  const claims = id === undefined ? [] : claimsUnder(query.part, evidence.index.passagesOf(id));
  return claims.length > 0 ? { kind: 'list', claims } : undefined;
}

function claimsUnder(part: RegExp, passages: readonly Passage[]): DraftClaim[] {
  const texts = passages.filter(({ kind }) => kind === 'text');
  const [path] = texts.flatMap(({ headingPath }) => {
    const at = headingPath.findIndex((heading) => part.test(flatten(heading)));
    return at < 0 ? [] : [headingPath.slice(0, at + 1)];
  });
  if (!path) return [];
  const within = texts.filter(({ headingPath }) =>
    path.every((heading, at) => headingPath[at] === heading),
  );
  const first = within.find(({ headingPath }) => headingPath.length === path.length);
  const leads = new Map<string, Passage>();
  for (const passage of within) {
    const lead = passage.headingPath[path.length];
    if (lead !== undefined && !leads.has(lead)) leads.set(lead, passage);
  }
  return [
    ...(first ? [openingClaim(first, MAX_OPENING_CHARS)] : []),
    ...[...leads.values()].map((passage) => openingClaim(passage, MAX_LEAD_CHARS)),
  ];
}
