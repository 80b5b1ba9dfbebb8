import type { Segmenter, TaggedWord } from '../../segment/segmenter.ts';
import { isAdjunct } from './clause-subject.ts';
import { isTime } from './governing-times.ts';
import { quantitiesIn } from './quantities.ts';

/** A clause of a compact text. */
export interface Clause {
  readonly text: string;
  readonly start: number;
}

const CLAUSE_END = /(?<!\d):|:(?!\d)|[，;。!?|\n]/gu;

/** A compact text cut where its clauses end; what stands between two marks and says nothing is left out. */
export function clausesIn(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index, 0: mark } of [...text.matchAll(CLAUSE_END), { index: text.length, 0: '' }]) {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, index)))
      clauses.push({ text: text.slice(start, index), start });
    start = index + mark.length;
  }
  return clauses;
}

/** A clause with its words; what only says when or how sure (力争到2025年) is part of the clause it stands before. */
export function taggedClauses(
  text: string,
  segmenter: Segmenter,
): { readonly text: string; readonly tagged: readonly TaggedWord[] }[] {
  const clauses: { text: string; tagged: readonly TaggedWord[] }[] = [];
  let lead = '';
  const all = clausesIn(text);
  for (const [at, clause] of all.entries()) {
    const whole = lead + clause.text;
    const tagged = segmenter.tagged(whole);
    const isLead =
      at < all.length - 1 &&
      isAdjunct(tagged) &&
      quantitiesIn(whole).every((one) => isTime(one) || /^[月日]$/u.test(one.unit));
    if (!isLead) clauses.push({ text: whole, tagged });
    lead = isLead ? `${whole}，` : '';
  }
  return clauses;
}
