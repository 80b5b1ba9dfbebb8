import { fieldsIn, listIn } from './fields.ts';
import { renderRichText } from './render-rich-text.ts';

/** Chinese characters and full-width marks take two columns. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, each) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        each,
      )
        ? 2
        : 1),
    0,
  );

function cellText(cell: unknown): string {
  const { type, text, elements } = fieldsIn(cell);
  const shown = type === 'rich_text' ? renderRichText({ elements }) : String(text ?? '');
  return shown.replaceAll('\n', ' / ');
}

/** A table drawn with bars, columns in line. */
export function renderTable(rows: readonly unknown[]): string {
  const cells = rows.map((row) => listIn(row).map(cellText));
  const columns = Math.max(0, ...cells.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => widthOf(row[column] ?? ''))),
  );
  return cells
    .map((row) => {
      const padded = widths.map((width, column) => {
        const text = row[column] ?? '';
        return text + ' '.repeat(width - widthOf(text));
      });
      return `│ ${padded.join(' │ ')} │`;
    })
    .join('\n');
}
