import { utils, write } from '@e965/xlsx';

const NUMBER = /^-?\d+(?:\.\d+)?$/u;
/** Wide enough for most cells; names and links are cut off to the eye only. */
const WIDTHS = [24, 12, 36, 24, 8, 8, 12, 8, 16, 14, 16, 10, 24, 6, 40];

/**
 * A workbook of one sheet. What is printed as a plain number is one; everything else is text, so that nothing in a
 * document is ever reckoned with as a formula.
 */
export function toXlsx(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Buffer {
  const cellOf = (text: string) =>
    NUMBER.test(text) ? { t: 'n', v: Number(text) } : { t: 's', v: text };
  const sheet = utils.aoa_to_sheet([
    headings.map((heading) => ({ t: 's', v: heading })),
    ...rows.map((row) => row.map(cellOf)),
  ]);
  sheet['!cols'] = WIDTHS.map((wch) => ({ wch }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  const written: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  if (!Buffer.isBuffer(written)) throw new Error('the workbook was not written to a buffer');
  return written;
}
