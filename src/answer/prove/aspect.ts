import type { DocumentInfo } from '../../model.ts';
import type { Sentence } from '../../retrieve/sentences.ts';
import { yearsIn } from '../../understand/years.ts';

/** Whether a text tells what was reached, or what is to be; unknown where nothing says so. */
export type Aspect = 'done' | 'aim' | 'unknown';

const DONE_HEADING =
  /成就|回顾|执行情况|发展基础|(?:取得|不断有).{0,8}(?:成效|胜利|进展|突破)|完成情况|五年来|[这过]去?五年|一年来/u;
const AIM_HEADING = /目标|任务|预期|指导思想|总体要求|重点工作/u;
const DONE = /已经?(?![知有])|实现了|完成了|取得了|圆满|超额|先后|荣获|获评/u;
const AIM =
  /目标|力争|争取|争创|将(?=[在于以达实建完进成形])|计划(?=\p{Script=Han}{0,6}\d)|预期(?!性)|力求/u;

/** A year so long before a plan is part of a name. */
const LONG_AGO = 30;

/** Whether headings stand over what has been reached. */
export const looksBack = (heading: string): boolean =>
  DONE_HEADING.test(heading) && !AIM_HEADING.test(heading);

/** Reads the aspect of a clause by its own words, its year beside the years of the plan, its headings. */
export function aspectOf(
  { passage, time, assumed }: Sentence,
  document: DocumentInfo | undefined,
): (clause: string) => Aspect {
  const heading = passage.headingPath.join('\n');
  const from = document?.period?.[0];
  const ofYears = (years: readonly number[], periods: readonly (readonly number[])[]): Aspect => {
    const told = years.filter((year) => from === undefined || year > from - LONG_AGO);
    const ends = [...told, ...periods.map((period) => period.at(-1) ?? 0)];
    if (from === undefined || ends.length === 0) return 'unknown';
    if (ends.every((year) => year < from)) return 'done';
    return ends.every((year) => year >= from) ? 'aim' : 'unknown';
  };
  const ofSentence = assumed ? 'unknown' : ofYears(time.years, time.periods);
  return (clause) => {
    if (AIM.test(clause)) return 'aim';
    if (DONE.test(clause)) return 'done';
    // A number that is no year (1954创意园) says nothing of when.
    const said = clause.replace(/[比较是由从自](?:19|20)\d{2}年/gu, '');
    const own = yearsIn(said.replace(/(?<!\d)\d{4}(?![\d年—–~至到-])/gu, ''));
    const ofClause = ofYears(own.years, own.periods);
    if (ofClause !== 'unknown') return ofClause;
    if (looksBack(heading)) return 'done';
    if (ofSentence !== 'unknown') return ofSentence;
    if (DONE_HEADING.test(heading)) return 'done';
    return AIM_HEADING.test(heading) ? 'aim' : 'unknown';
  };
}
