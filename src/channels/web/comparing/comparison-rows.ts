import type { App, IndicatorGroup } from '../../../app.ts';
import type { Indicator } from '../../../model.ts';
import { passageLink } from '../links.ts';
import { growthOf } from './measure.ts';

const MISSING = '原文此格缺失';

export const HEADINGS = [
  '指标',
  '类别',
  '文件',
  '表中名称',
  '单位',
  '基期年',
  '基期',
  '目标年',
  '目标',
  '变化（年均增速/[累计]）',
  '增长（计算所得）',
  '属性',
  '表下注',
  '页',
  '原文链接',
] as const;

/** Indicators of some documents as lines of a table, each cell as printed; `siteUrl` is what links begin with. */
export function comparisonRows(
  groups: readonly IndicatorGroup[],
  {
    documents,
    isShown,
    siteUrl,
  }: {
    readonly documents: ReturnType<App['documents']>;
    readonly isShown: (row: Indicator) => boolean;
    readonly siteUrl: string;
  },
): readonly (readonly string[])[] {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const toRow = (indicator: string, row: Indicator): string[] => [
    indicator,
    row.group ?? '',
    titles.get(row.documentId) ?? row.documentId,
    row.name,
    row.unit ?? '',
    String(row.baseYear),
    row.base ?? MISSING,
    String(row.targetYear),
    row.target ?? MISSING,
    row.change ?? MISSING,
    growthOf(row)?.text ?? '',
    row.property ?? MISSING,
    row.note ?? '',
    row.page === null ? '' : String(row.page),
    siteUrl + passageLink(row.documentId, row.passageId),
  ];
  return groups.flatMap(({ name, rows }) => rows.filter(isShown).map((row) => toRow(name, row)));
}
