import type { PlanIndex } from '../../indexing/plan-index.ts';
import { flatten } from '../../understand/question-text.ts';
import type { DraftClaim } from '../draft.ts';

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
