import type { IndicatorGroup } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { comparisonPath } from '../../compared-indicators.ts';
import { questionLink } from '../links.ts';
import type { Page } from '../page.ts';
import { Legend } from './chart-legend.tsx';
import { unitOf } from './comparison.ts';
import { IndicatorChart } from './indicator-chart.tsx';
import { IndicatorRows } from './indicator-rows.tsx';
import { rowsWithTarget, whyNotComparable } from './measure.ts';
import type { RowOrder } from './row-order.ts';
import { withUnit } from './wording.ts';

interface IndicatorPageProps {
  /** Of one name; several where it is printed in several units. */
  readonly groups: readonly [IndicatorGroup, ...IndicatorGroup[]];
  /** Those that have any indicator. */
  readonly documents: readonly DocumentInfo[];
  readonly labels: ReadonlyMap<string, string>;
  readonly order: RowOrder;
  /** Asks the same in words; undefined where that would not be answered. */
  readonly question: string | undefined;
}

type GroupProps = Omit<IndicatorPageProps, 'groups' | 'question'> & {
  readonly group: IndicatorGroup;
  readonly id: string;
};

/** What is printed round the rows: notes of the tables, documents without the row, names that are nearly the same. */
function Remarks({ group, documents, labels }: GroupProps) {
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const notes = group.rows.filter(({ note }) => note !== null);
  const without = documents.filter(({ id }) => group.rows.every((row) => row.documentId !== id));
  return (
    <div class="remarks">
      {notes.map(({ documentId, passageId, note }) => (
        <p key={passageId}>
          {labelOf(documentId)}表下注：{note}
        </p>
      ))}
      {without.length > 0 && (
        <p>{without.map(({ id }) => labelOf(id)).join('、')}的指标表里没有这一项。</p>
      )}
      {group.near.map(({ documentId, name, unit, passageId }) => (
        <p key={passageId}>
          名称相近、没有并在一起的：{labelOf(documentId)}
          <a href={comparisonPath(name)}>{withUnit(name, unit)}</a>
        </p>
      ))}
    </div>
  );
}

/** Drawn only of what is one measure and has targets. */
function Chart({ group, labels, id }: GroupProps) {
  const rows = rowsWithTarget(group.rows);
  const unlike = whyNotComparable(rows);
  if (unlike !== undefined) return <p class="remark">不可比：{unlike}。各行仍照原文列在下面。</p>;
  if (rows.length === 0) return <p class="remark">各文件都没有给出目标年的数，不作图。</p>;
  const address = new URLSearchParams({ indicator: group.name });
  return (
    <figure>
      <IndicatorChart id={id} name={group.name} unit={unitOf(group)} rows={rows} labels={labels} />
      <Legend rows={rows} />
      <p class="tool-row">
        <a href={`/compare.svg?${address}`} download>
          下载图（SVG）
        </a>
        <a href={`/compare.xlsx?${address}`} download>
          下载表（XLSX）
        </a>
        <a href={`/compare.csv?${address}`} download>
          下载表（CSV）
        </a>
      </p>
    </figure>
  );
}

function Group(props: GroupProps) {
  const { group } = props;
  const unit = unitOf(group);
  return (
    <section class="indicator">
      <header class="page-head">
        <h1>{group.name}</h1>
        <p>{[group.category, unit !== null && `单位：${unit}`].filter(Boolean).join(' · ')}</p>
      </header>
      <Chart {...props} />
      <IndicatorRows {...props} />
      <Remarks {...props} />
    </section>
  );
}

/** One indicator of all documents: its chart, its rows, and what is printed round them. */
export function indicatorPage({ groups, question, ...rest }: IndicatorPageProps): Page {
  const [{ name }] = groups;
  return {
    name: 'compare',
    title: name,
    script: 'comparing',
    content: (
      <div class="one-indicator">
        <p class="back">
          <a href="/compare">全部指标</a>
        </p>
        {groups.map((group, index) => (
          <Group key={unitOf(group)} {...rest} group={group} id={`chart-${index + 1}`} />
        ))}
        {question !== undefined && (
          <p class="ask-also">
            也可以直接问：<a href={questionLink(question)}>{question}</a>
          </p>
        )}
      </div>
    ),
  };
}
