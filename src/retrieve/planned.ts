import type { DocumentInfo } from '../model.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import { yearsIn } from '../understand/years.ts';

/** 1 planned, −1 done, 0 neither or both. */
export type PlannedSign = -1 | 0 | 1;

/** What the question asks for: by its wording, else by the years asked against the document's. */
export function plannedAsked(
  { planned }: Query,
  years: readonly number[],
  document: DocumentInfo | undefined,
): PlannedSign {
  if (planned !== null) return planned === 'target' ? 1 : -1;
  return signOfYears(years, document);
}

function signOfYears(years: readonly number[], document: DocumentInfo | undefined): PlannedSign {
  const from = document?.period?.[0];
  if (from === undefined || years.length === 0) return 0;
  if (years.every((year) => year >= from)) return 1;
  return years.every((year) => year < from) ? -1 : 0;
}

const DONE =
  /回顾|成就|成绩|总结|完成情况|执行情况|取得的|取得.{0,8}(?:进展|成效|突破)|发展基础|过去/u;
const PLANNED = /目标|任务|安排|要求|重点工作|部署|未来|今后|下一步|打算|开好局|起好步/u;

/** What the part of a document does that stands under the outermost heading, or the one below it. */
export function plannedUnder(
  headings: readonly string[],
  document: DocumentInfo | undefined,
): PlannedSign {
  for (const heading of headings.slice(0, 2)) {
    const flat = flatten(heading);
    const done = DONE.test(flat);
    if (done !== PLANNED.test(flat)) return done ? -1 : 1;
    const sign = signOfYears(yearsIn(flat).years, document);
    if (sign !== 0) return sign;
  }
  return 0;
}
