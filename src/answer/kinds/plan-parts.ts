import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { DocumentInfo, Passage } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import { yearsIn } from '../../understand/years.ts';
import { treeOf } from './nodes.ts';

/** What a part of a plan does: looks back, sets the aims of years to come, says what this year brings, or speaks of the government itself. */
export type PlanPartType = 'review' | 'horizon' | 'year' | 'self';

const SELF = /(?:政府)?自身(?:建设|改革)|政府(?:治理|建设)|(?:法治|廉洁)政府/u;
const REVIEW =
  /回顾|成就|总结|执行情况|完成情况|工作情况|发展基础|取得的成|取得.{0,8}(?:进展|成效|成绩|突破)/u;
const HORIZON =
  /远景|未来五年|今后五年|五年(?:的)?(?:主要)?(?:目标|任务)|十[一二三四五六]五.*(?:目标|任务|要求|思路)|发展目标|主要目标/u;
const YEAR = /今年|(?:重点|主要)?工作(?:安排|任务)|重点工作|主要(?:工作|任务)/u;

/** Read off a heading and the document's own years; undefined where nothing tells. */
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

const LOOKS_BACK =
  /^(?:过去(?:的)?一年|过去五年|20\d{2}年是.{0,40}的一年|一年来|五年来|“?十[一二三四]五”?时期)/u;
const LOOKS_ON = /^(?:今年|做好今年|20\d{2}年是.{0,30}(?:开局|起步)之年)/u;

/** Where its heading does not tell, how a part begins. */
function partTypeByOpening(text: string): PlanPartType | undefined {
  const flat = flatten(text);
  if (LOOKS_ON.test(flat)) return 'year';
  return LOOKS_BACK.test(flat) ? 'review' : undefined;
}

const memo = new WeakMap<PlanIndex, Map<string, ReadonlyMap<string, PlanPartType>>>();

/** The part of its document that a passage stands in, by the outermost heading over it. */
export function partOf(
  { documentId, headingPath: [outermost = ''] }: Pick<Passage, 'documentId' | 'headingPath'>,
  index: PlanIndex,
  documents: ReadonlyMap<string, DocumentInfo>,
): PlanPartType | undefined {
  const known = memo.get(index) ?? new Map<string, ReadonlyMap<string, PlanPartType>>();
  memo.set(index, known);
  const parts = known.get(documentId) ?? partsOf(documentId, index, documents.get(documentId));
  known.set(documentId, parts);
  return parts.get(flatten(outermost));
}

function partsOf(
  documentId: string,
  index: PlanIndex,
  document: DocumentInfo | undefined,
): ReadonlyMap<string, PlanPartType> {
  return new Map(
    treeOf(index, documentId).children.flatMap(({ path, passages }) => {
      const [heading = ''] = path;
      const opening = passages.find(({ kind }) => kind === 'text')?.text ?? '';
      const type = partTypeOf(heading, document) ?? partTypeByOpening(opening);
      return type ? [[flatten(heading), type] as const] : [];
    }),
  );
}
