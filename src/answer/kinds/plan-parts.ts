import type { DocumentInfo } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import { yearsIn } from '../../understand/years.ts';

/** What a part of a plan does: looks back, sets the aims of years to come, says what this year brings, or speaks of the government itself. */
export type PlanPartType = 'review' | 'horizon' | 'year' | 'self';

const SELF = /(?:政府)?自身(?:建设|改革)|政府(?:治理|建设)|(?:法治|廉洁)政府/u;
const REVIEW = /回顾|成就|总结|执行情况|完成情况|工作情况|发展基础|取得的成/u;
const HORIZON =
  /远景|未来五年|今后五年|五年(?:的)?(?:主要)?(?:目标|任务)|十[一二三四五六]五.*(?:目标|任务|要求|思路)|发展目标|主要目标/u;
const YEAR = /今年|(?:重点|主要)?工作(?:安排|任务)|重点工作|主要(?:工作|任务)/u;

/** Read off the outermost heading and the document's own years; undefined where nothing tells. */
export function partTypeOf(
  heading: string,
  document: DocumentInfo | undefined,
): PlanPartType | undefined {
  const flat = flatten(heading);
  if (SELF.test(flat)) return 'self';
  if (REVIEW.test(flat)) return 'review';
  const from = document?.period?.[0];
  const { years } = yearsIn(flat);
  if (HORIZON.test(flat)) return 'horizon';
  if (from !== undefined && years.length > 0)
    return years.every((year) => year < from) ? 'review' : 'year';
  return YEAR.test(flat) ? 'year' : undefined;
}
