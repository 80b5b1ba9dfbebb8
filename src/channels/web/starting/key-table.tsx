import type { IndicatorGroup } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { comparisonPath } from '../../compared-indicators.ts';
import { unitOf } from '../comparing/comparison.ts';
import { readPrinted, sayPrinted } from '../comparing/printed-value.ts';
import { withUnit } from '../comparing/wording.ts';
import { documentLabels } from '../document-labels.ts';
import { passageLink } from '../links.ts';

interface KeyTableProps {
  readonly groups: readonly IndicatorGroup[];
  /** All there are; those without any of the rows have no column. */
  readonly documents: readonly DocumentInfo[];
}

/** Few indicators side by side: from the base to the target, as printed. */
export function KeyTable({ groups, documents }: KeyTableProps) {
  const rows = groups.flatMap((group) => group.rows);
  const shown = documents.filter(({ id }) => rows.some(({ documentId }) => documentId === id));
  const labels = documentLabels(shown);
  return (
    <div class="key-table">
      <table>
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
        <tbody>
          {groups.map((group) => (
            <tr key={group.name}>
              <th scope="row">
                <a class="quiet" href={comparisonPath(group.name)}>
                  {withUnit(group.name, unitOf(group))}
                </a>
              </th>
              {shown.map(({ id }) => (
                <KeyCell key={id} group={group} documentId={id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyCell({
  group,
  documentId,
}: {
  readonly group: IndicatorGroup;
  readonly documentId: string;
}) {
  const row = group.rows.find((each) => each.documentId === documentId);
  if (row === undefined) return <td>表中没有这一项</td>;
  return (
    <td>
      <a class="quiet" href={passageLink(documentId, row.passageId)}>
        {sayPrinted(readPrinted(row.base))} <span class="to">到</span>{' '}
        <strong>{sayPrinted(readPrinted(row.target))}</strong>
      </a>
    </td>
  );
}
