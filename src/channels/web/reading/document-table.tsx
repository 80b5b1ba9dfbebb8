import { Fragment } from 'preact';
import type { Table, TableRow } from '../../../model.ts';
import { anchorId } from './anchors.ts';
import { ExtraAnchors, PageMark, type Placed, TextView } from './document-text.tsx';

function Row({ node, setting }: Placed<TableRow>) {
  const [first, ...others] = setting.anchors.get(node) ?? [];
  return (
    <tr id={first && anchorId(first.passageId)}>
      {node.cells.map((text, index) => (
        <td key={index}>
          {index === 0 && <PageMark start={setting.pageStarts.get(node)?.[0]} />}
          {index === 0 && <ExtraAnchors marks={others} />}
          {text ?? <small title="原文此格缺失">原文缺</small>}
        </td>
      ))}
    </tr>
  );
}

/** Rows, each group of them under its name. */
function Rows({ node, setting }: Placed<Table>) {
  return (
    <>
      {node.rows.map((row, index) => (
        <Fragment key={row.lines.join()}>
          {row.group !== null && row.group !== node.rows[index - 1]?.group && (
            <tr class="group">
              <th colSpan={node.columns.length}>{row.group}</th>
            </tr>
          )}
          <Row node={row} setting={setting} />
        </Fragment>
      ))}
    </>
  );
}

export function TableView({ node, setting }: Placed<Table>) {
  return (
    <div class="table">
      <table>
        {node.title !== null && <caption>{node.title}</caption>}
        <thead>
          <tr>
            {node.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows node={node} setting={setting} />
        </tbody>
      </table>
      {node.notes.map((note) => (
        <TextView key={note.lines.join()} node={note} setting={setting} />
      ))}
    </div>
  );
}
