import type { DocumentInfo } from '../../../model.ts';
import type { ComparedIndicator } from '../../compared-indicators.ts';
import { documentLabels } from '../document-labels.ts';
import { Legend } from './chart-legend.tsx';
import { IndicatorChart } from './indicator-chart.tsx';
import { rowsWithTarget, whyNotComparable } from './measure.ts';
import { withUnit } from './wording.ts';

interface AnswerChartsProps {
  /** From `comparedIndicators`; nothing is shown where it is empty. */
  readonly compared: readonly ComparedIndicator[];
  readonly documents: readonly DocumentInfo[];
  /** Unlike that of any other answer on the page. */
  readonly id: string;
}

/** An answer about few indicators is clearer with their charts, one about many is not. */
const MAX_CHARTS = 3;

/** What an answer that sets documents side by side looks like, drawn from the rows it cites. */
export function AnswerCharts({ compared, documents, id }: AnswerChartsProps) {
  const drawn = compared
    .map((each) => ({ ...each, rows: rowsWithTarget(each.rows) }))
    .filter(({ rows }) => rows.length > 1 && whyNotComparable(rows) === undefined);
  if (drawn.length === 0 || drawn.length > MAX_CHARTS) return null;
  const cited = new Set(drawn.flatMap(({ rows }) => rows.map(({ documentId }) => documentId)));
  const labels = documentLabels(documents.filter((document) => cited.has(document.id)));
  return (
    <div class="answer-charts">
      {drawn.map(({ name, rows, path }, index) => (
        <figure key={path}>
          <figcaption>
            {withUnit(name, rows[0]?.unit ?? null)}
            <a class="chart-link" href={path}>
              看全部文件的这项指标
            </a>
          </figcaption>
          <IndicatorChart
            id={`${id}-chart-${index + 1}`}
            name={name}
            unit={rows[0]?.unit ?? null}
            rows={rows}
            labels={labels}
          />
        </figure>
      ))}
      <Legend rows={drawn.flatMap(({ rows }) => rows)} />
    </div>
  );
}
