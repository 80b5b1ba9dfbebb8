import { type ClaimFigure, type Fact, sortingNumber } from './claim-figure.ts';
import { ExplainedProperty } from './explained-property.tsx';
import { FactValue } from './figure-hero.tsx';
import { MarkLink } from './mark-link.tsx';

interface FigureTableProps {
  readonly answerId: string;
  readonly figures: readonly ClaimFigure[];
  /** What each document is called. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Several figures side by side; it sorts where scripts run, and copies into a spreadsheet as cells. */
export function FigureTable({ answerId, figures, labels }: FigureTableProps) {
  const names = new Set(figures.map(({ row }) => row.name.normalize('NFKC').replace(/\s+/gu, '')));
  const columns = [
    ...new Set(
      figures.flatMap(({ wanted, beside }) => [wanted, ...beside]).map(({ label }) => label),
    ),
  ];
  const properties = [...new Set(figures.flatMap(({ row }) => row.property?.trim() || []))];
  const hasProperty = properties.length > 0;
  return (
    <div class="answer-text figure-table">
      <table>
        <caption>{names.size === 1 && figures[0]?.row.name}</caption>
        <thead>
          <tr>
            <th scope="col">地方</th>
            {names.size > 1 && <th scope="col">指标</th>}
            {columns.map((label) => (
              <th key={label} scope="col" data-sortable="">
                {label}
              </th>
            ))}
            {hasProperty && <th scope="col">属性</th>}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.row.passageId}>
              <th scope="row">
                {labels.get(figure.row.documentId) ?? figure.row.documentId}
                <MarkLink answerId={answerId} n={figure.n} />
              </th>
              {names.size > 1 && <td>{figure.row.name}</td>}
              {columns.map((label) => (
                <Cell
                  key={label}
                  fact={factNamed(figure, label)}
                  isWanted={figure.wanted.label === label}
                />
              ))}
              {hasProperty && <td>{figure.row.property}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {properties.length > 0 && (
        <div class="figure-beside">
          {properties.map((property) => (
            <ExplainedProperty key={property} property={property} isSaid />
          ))}
        </div>
      )}
      {figures
        .filter(({ rest }) => rest !== '')
        .map(({ row, rest }) => (
          <p key={row.passageId} class="figure-rest">
            {labels.get(row.documentId)}：{rest}
          </p>
        ))}
    </div>
  );
}

const factNamed = ({ wanted, beside }: ClaimFigure, label: string): Fact | undefined =>
  [wanted, ...beside].find((fact) => fact.label === label);

function Cell({ fact, isWanted }: { readonly fact: Fact | undefined; readonly isWanted: boolean }) {
  if (fact === undefined) return <td class="unset">——</td>;
  return (
    <td class={isWanted ? 'wanted' : undefined} data-number={sortingNumber(fact)}>
      <FactValue fact={fact} />
    </td>
  );
}
