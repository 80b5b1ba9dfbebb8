import type { Indicator } from '../../../model.ts';
import { passageLink } from '../links.ts';
import type { Comparison } from './comparison.ts';
import { toCsv } from './csv.ts';

/** One line a row of a table, each cell as printed; `siteUrl` is what its link begins with. */
export function comparisonCsv({ lines, shown }: Comparison, siteUrl: string): string {
  const titles = new Map(shown.map(({ id, title }) => [id, title]));
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
    row.property ?? MISSING,
    row.note ?? '',
    row.page === null ? '' : String(row.page),
    siteUrl + passageLink(row.documentId, row.passageId),
  ];
  return toCsv([
    HEADINGS,
    ...lines.flatMap(({ group, cells }) =>
      cells.flatMap(({ rows }) => rows.map((row) => toRow(group.name, row))),
    ),
  ]);
}

const MISSING = '原文此格缺失';
const HEADINGS = [
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
  '属性',
  '表下注',
  '页',
  '原文链接',
];
