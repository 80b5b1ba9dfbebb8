import { Fragment } from 'preact';
import type { Table, TableRow } from '../../../model.ts';
import { BlockTools } from './block-tools.tsx';
import { PageMark, type Placed, passageAttributes, TextView } from './document-text.tsx';

function Row({ node, setting }: Placed<TableRow>) {
  const marks = setting.anchors.get(node) ?? [];
  const attributes = passageAttributes(marks);
  return (
    <tr {...attributes}>
      {node.cells.map((text, index) => (
        <td key={index}>
          {index === 0 && <PageMark start={setting.pageStarts.get(node)?.[0]} />}
          {text ?? <small title="原文此格缺失">原文缺</small>}
          {index === 0 && (
            <BlockTools
              target={attributes.id}
              reference={setting.references.get(node)}
              original={setting.originalOf(node.lines)}
            />
          )}
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
              <th colSpan={node.columns.length} scope="rowgroup">
                {row.group}
              </th>
            </tr>
          )}
          <Row node={row} setting={setting} />
        </Fragment>
      ))}
    </>
  );
}

/** A table and, beside it where there is room, its notes. */
export function TableView({ node, setting }: Placed<Table>) {
  return (
    <div class="table">
      <div class="table-cells">
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
      </div>
      {node.notes.length > 0 && (
        <aside class="table-notes" aria-label="表注">
          {node.notes.map((note) => (
            <TextView key={note.lines.join()} node={note} setting={setting} />
          ))}
        </aside>
      )}
    </div>
  );
}
