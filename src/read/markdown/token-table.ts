import type { Token } from 'markdown-it';
import type { SourceBlock, SourceCell, SourceRow } from '../../model.ts';
import { onOneLine } from '../line-breaks.ts';

/** The table whose tokens these are. */
export function tableFrom(
  tokens: readonly Token[],
  textOf: (inline: Token) => string,
): SourceBlock {
  const rows: { cells: SourceCell[]; place: SourceRow['place'] }[] = [];
  let headerRows = 0;
  for (const token of tokens) {
    if (token.type === 'tr_open') {
      rows.push({ cells: [], place: { type: 'line', line: (token.map?.[0] ?? 0) + 1 } });
    } else if (token.type === 'thead_close') {
      headerRows = rows.length;
    } else if (token.type === 'inline') {
      const cells = rows.at(-1)?.cells ?? [];
      const text = onOneLine(textOf(token)).trim();
      cells.push({ column: cells.length, columnSpan: 1, rowSpan: 1, text });
    }
  }
  const line = (tokens[0]?.map?.[0] ?? 0) + 1;
  return { type: 'table', title: null, headerRows, rows, place: { type: 'line', line } };
}
