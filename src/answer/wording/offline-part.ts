import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { Answer, AnswerKind } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import type { DraftClaim } from '../draft.ts';
import { numbersIn } from '../figures.ts';

/** A verdict on what the question claims is ours to give. */
const NEVER_WORDED: ReadonlySet<AnswerKind> = new Set(['check']);

/** Whether a model may put an answer in its own words. */
export const mayBeWorded = ({ outcome, kind }: Answer): boolean =>
  outcome === 'answered' && !NEVER_WORDED.has(kind);

/** Claims that stay as they are: figures our code worked out, and what it sets side by side of several documents. */
export function ownClaims({ claims, citations }: Answer, index: PlanIndex): DraftClaim[] {
  return claims.flatMap(({ citations: marks, ...claim }) => {
    const cited = citations.filter(({ n }) => marks.includes(n));
    const isOurs =
      claim.computed !== undefined || new Set(cited.map(({ documentId }) => documentId)).size > 1;
    if (!isOurs) return [];
    const proofs = cited.flatMap(({ passageId, quote }) => {
      const passage = index.passage(passageId);
      return passage ? [{ passage, quote }] : [];
    });
    return [{ ...claim, proofs }];
  });
}

/** Kinds that answer with all there is: rows, tasks, lists. */
const WHOLE: ReadonlySet<AnswerKind> = new Set([
  'indicator',
  'comparison',
  'responsibility',
  'outline',
  'document',
  'list',
]);

/** Kinds whose answer is a figure. */
const FIGURES: ReadonlySet<AnswerKind> = new Set(['indicator', 'comparison']);

/** Whether an answer in other words leaves out a place, or the figure asked for, that one of this kind must give. */
export function leavesOut(offline: Answer, worded: Answer): boolean {
  const cited = new Set(worded.citations.map(({ passageId }) => passageId));
  const said = new Set(numbersIn(worded.claims.map(({ text }) => text).join('\n')));
  return (
    WHOLE.has(offline.kind) &&
    (offline.citations.some(({ passageId }) => !cited.has(passageId)) ||
      (FIGURES.has(offline.kind) && askedFigures(offline).some((figure) => !said.has(figure))))
  );
}

const ASIDE = /[（(][^（()）]*[)）]/gu;
const YEAR = /(?:19|20)\d{2}\s*[年—-]/gu;

/** What the documents' own answer gives first: what it adds in brackets nobody asked for. */
const askedFigures = ({ claims }: Answer): string[] =>
  claims.flatMap(({ text }) => numbersIn(text.replace(ASIDE, '').replace(YEAR, '')));

/** What qualifies the rows that claims stand on and no claim says; the model may have left it out. */
export function rowNotes(claims: readonly DraftClaim[], index: PlanIndex): string[] {
  const said = claims.map(({ text }) => flatten(text)).join('\n');
  const rows = new Set(claims.flatMap(({ proofs }) => proofs.map(({ passage }) => passage.id)));
  const notes = index.indicators
    .filter(({ note, passageId }) => note !== null && rows.has(passageId))
    .map(({ note }) => note ?? '')
    .filter((note) => !said.includes(flatten(note)));
  return [...new Set(notes)].map((note) => `指标表注：${note.replace(/\s+/gu, '')}`);
}
