import { comparisonPath } from '../../compared-indicators.ts';
import type { Page } from '../page.ts';
import { Legend } from './chart-legend.tsx';
import { barScale } from './chart-scale.ts';
import { CompareForm } from './compare-form.tsx';
import { type Comparison, type ComparisonLine, unitOf, wordsOf } from './comparison.ts';
import { CellFigures } from './comparison-cell.tsx';
import { type ComparisonQuery, comparisonParameters } from './comparison-query.ts';
import { rowsWithTarget, whyNotComparable } from './measure.ts';
import { numberOf, readPrinted } from './printed-value.ts';

interface ComparePageProps {
  readonly comparison: Comparison;
  readonly query: ComparisonQuery;
  /** What each document is called in a narrow place. */
  readonly labels: ReadonlyMap<string, string>;
}

type LineProps = Pick<ComparePageProps, 'labels'> & { readonly line: ComparisonLine };

function Line({ line: { group, cells }, labels }: LineProps) {
  const rows = cells.flatMap((cell) => cell.rows);
  const unlike = whyNotComparable(rows);
  const drawn = unlike === undefined && rowsWithTarget(rows).length > 0 ? rows : [];
  const numbers = drawn
    .flatMap(({ base, target }) => [base, target])
    .flatMap((cell) => numberOf(readPrinted(cell)) ?? []);
  const scale = drawn.length > 0 ? barScale(numbers) : undefined;
  return (
    <tr data-words={wordsOf(group)}>
      <th scope="row">
        <a class="quiet" href={comparisonPath(group.name)}>
          {group.name}
        </a>
        {unitOf(group) !== null && <span class="unit">{unitOf(group)}</span>}
        {unlike !== undefined && <span class="unlike">不可比：{unlike}</span>}
      </th>
      {cells.map((cell) => (
        <td key={cell.document.id} data-label={labels.get(cell.document.id)}>
          <CellFigures cell={cell} group={group} scale={scale} />
        </td>
      ))}
    </tr>
  );
}

/** Lines in runs of one category, so that each can stand under its name. */
function byCategory(lines: readonly ComparisonLine[]): [string | null, ComparisonLine[]][] {
  const runs: [string | null, ComparisonLine[]][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last[0] === line.group.category) last[1].push(line);
    else runs.push([line.group.category, [line]]);
  }
  return runs;
}

function Matrix({ comparison, query, labels }: ComparePageProps) {
  const { shown, lines } = comparison;
  const runs: [string | null, readonly ComparisonLine[]][] =
    query.sort === 'table' ? byCategory(lines) : [[null, lines]];
  return (
    <table class="matrix">
      <caption class="unseen">各文件主要指标，每格依次为基期、目标、变化和属性</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          {shown.map(({ id }) => (
            <th key={id} scope="col">
              {labels.get(id)}
            </th>
          ))}
        </tr>
      </thead>
      {runs.map(([category, run]) => (
        <tbody key={category}>
          {category !== null && (
            <tr class="category">
              <th scope="rowgroup" colSpan={shown.length + 1}>
                {category}
              </th>
            </tr>
          )}
          {run.map((line) => (
            <Line key={line.group.rows[0]?.passageId} line={line} labels={labels} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

export function comparePage(props: ComparePageProps): Page {
  const { comparison, query } = props;
  const { documents, shown, lines } = comparison;
  return {
    name: 'compare',
    title: '指标比较',
    script: 'comparing',
    content: (
      <>
        <header class="page-head">
          <h1>指标比较</h1>
          <p>
            {documents.length} 份文件的主要指标并排看，数字都照原文，点一格就到原文那一行。也可以
            <a href="/compare/theme">按主题比较</a>。
          </p>
        </header>
        <CompareForm {...props} />
        <p class="result-line">
          <span class="count" aria-live="polite">
            {lines.length} 项指标
          </span>
          {shown.length < documents.length && `，${documents.length} 份文件中的 ${shown.length} 份`}
          <span class="downloads">
            {['XLSX', 'CSV'].map((form) => (
              <a
                key={form}
                href={`/compare.${form.toLowerCase()}?${comparisonParameters(query)}`}
                download
              >
                下载 {form}
              </a>
            ))}
          </span>
        </p>
        {lines.length > 0 ? <Matrix {...props} /> : <NothingFound />}
        <Legend />
      </>
    ),
  };
}

function NothingFound() {
  return (
    <p class="empty">
      没有合适的指标。可以换个词，或<a href="/compare">看全部指标</a>。
    </p>
  );
}
