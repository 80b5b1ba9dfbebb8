import type { IndicatorGroup } from '../../../app.ts';
import type { Indicator } from '../../../model.ts';
import { comparisonPath } from '../../compared-indicators.ts';
import { documentLink, passageLink } from '../links.ts';
import { growthOf, placesOf } from './measure.ts';
import { numberOf, readPrinted, sayPrinted } from './printed-value.ts';
import { orderRows, ROW_ORDERS, type RowOrder } from './row-order.ts';

interface IndicatorRowsProps {
  readonly group: IndicatorGroup;
  readonly labels: ReadonlyMap<string, string>;
  readonly order: RowOrder;
}

/** A column's year where all rows agree on it. */
function commonYear(years: readonly number[]): number | undefined {
  const [first] = years;
  return years.every((year) => year === first) ? first : undefined;
}

interface ColumnHeadProps {
  readonly by: RowOrder;
  readonly title: string;
  readonly order: RowOrder;
  readonly group: IndicatorGroup;
}

function ColumnHead({ by, title, order, group }: ColumnHeadProps) {
  return (
    <th scope="col" aria-sort={by === order ? ROW_ORDERS[by] : undefined}>
      <a class="quiet" href={`${comparisonPath(group.name)}&sort=${by}`} data-sort={by}>
        {title}
      </a>
    </th>
  );
}

interface CellProps {
  readonly row: Indicator;
  readonly cell: string | null;
  /** Said where the column's head does not. */
  readonly year?: number | undefined;
}

function Cell({ row, cell, year }: CellProps) {
  const value = readPrinted(cell);
  return (
    <td class={value.kind} data-number={numberOf(value)}>
      <a class="quiet" href={passageLink(row.documentId, row.passageId)}>
        {year !== undefined && `${year}年：`}
        {sayPrinted(value)}
      </a>
    </td>
  );
}

/** Every cell of an indicator's rows as printed, each a link to its place. */
export function IndicatorRows({ group, labels, order }: IndicatorRowsProps) {
  const baseYear = commonYear(group.rows.map((row) => row.baseYear));
  const targetYear = commonYear(group.rows.map((row) => row.targetYear));
  const places = placesOf(group.rows);
  const titleOf = (year: number | undefined, name: string): string =>
    year === undefined ? name : `${year}年${name}`;
  return (
    <div class="table">
      <table class="sortable">
        <thead>
          <tr>
            <ColumnHead by="document" title="文件" order={order} group={group} />
            <ColumnHead by="base" title={titleOf(baseYear, '基期')} order={order} group={group} />
            <ColumnHead
              by="target"
              title={titleOf(targetYear, '目标')}
              order={order}
              group={group}
            />
            <th scope="col">增长（计算）</th>
            <th scope="col">年均/[累计]</th>
            <th scope="col">属性</th>
          </tr>
        </thead>
        <tbody>
          {orderRows(group.rows, order).map((row) => (
            // The place stands in the name's cell: it is said only where there is one.
            <tr key={row.passageId} data-order={group.rows.indexOf(row)}>
              <th scope="row">
                <a href={documentLink(row.documentId)}>{labels.get(row.documentId)}</a>
                {places.has(row) && <small class="place">第 {places.get(row)} 高</small>}
              </th>
              <Cell row={row} cell={row.base} year={baseYear ? undefined : row.baseYear} />
              <Cell row={row} cell={row.target} year={targetYear ? undefined : row.targetYear} />
              <td class="number" data-number={growthOf(row)?.number}>
                {growthOf(row)?.text ?? '不能算'}
              </td>
              <Cell row={row} cell={row.change} />
              <Cell row={row} cell={row.property} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
