import type { DocumentInfo } from '../../model.ts';
import type { Sentence } from '../../retrieve/sentences.ts';
import { yearsIn } from '../../understand/years.ts';

/** Whether a text tells what was reached, or what is to be; unknown where nothing says so. */
export type Aspect = 'done' | 'aim' | 'unknown';

const DONE_HEADING = /成就|回顾|执行情况|发展基础|取得.{0,6}(?:成效|胜利|进展)|完成情况/u;
const AIM_HEADING = /目标|任务|预期|指导思想|总体要求|重点工作/u;
const DONE = /已经?(?![知有])|实现了|完成了|取得了|圆满|超额|先后|荣获|获评/u;
const AIM =
  /目标|力争|争取|争创|将(?=[在于以达实建完进成形])|计划(?=\p{Script=Han}{0,6}\d)|预期(?!性)|力求/u;

/** Reads the aspect of a clause by its own words, its year beside the years of the plan, its headings. */
export function aspectOf(
  { passage, time, assumed }: Sentence,
  document: DocumentInfo | undefined,
): (clause: string) => Aspect {
  const heading = passage.headingPath.join('\n');
  const from = document?.period?.[0];
  const ofYears = (years: readonly number[], periods: readonly (readonly number[])[]): Aspect => {
    const ends = [...years, ...periods.map((period) => period.at(-1) ?? 0)];
    if (from === undefined || ends.length === 0) return 'unknown';
    if (ends.every((year) => year < from)) return 'done';
    return ends.every((year) => year >= from) ? 'aim' : 'unknown';
  };
  const ofSentence = assumed ? 'unknown' : ofYears(time.years, time.periods);
  return (clause) => {
    if (AIM.test(clause)) return 'aim';
    if (DONE.test(clause)) return 'done';
    const own = yearsIn(clause.replace(/[比较是由从自](?:19|20)\d{2}年/gu, ''));
    const ofClause = ofYears(own.years, own.periods);
    if (ofClause !== 'unknown') return ofClause;
    if (ofSentence !== 'unknown') return ofSentence;
    if (DONE_HEADING.test(heading)) return 'done';
    return AIM_HEADING.test(heading) ? 'aim' : 'unknown';
  };
}
