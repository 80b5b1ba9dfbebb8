import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { SourceBlock, SourceDocument } from '../../model.ts';
import { fileError } from '../file-errors.ts';
import { isZipWith } from '../signatures.ts';
import { openZip } from '../zip-archive.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { sheetRows } from './sheet-rows.ts';

/** No plan has longer tables; what is below is told to be missing. */
const MAX_ROWS = 20_000;

/** Workbooks of Excel and WPS, old and new: cells as printed, sheet after sheet, hidden ones left out. */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  if (isZipWith(bytes, 'xl/')) {
    // The package inflates without limits of its own.
    const zip = await openZip(bytes, file, () => true);
    await zip.inflateAll();
  }
  const book = openBook(bytes, file);
  const blocks: SourceBlock[] = [];
  const warnings: string[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    if (isHidden(book, index)) {
      warnings.push(`隐藏的工作表“${name}”没有读取。`);
      continue;
    }
    blocks.push(...visibleBlocks(sheet, name, warnings));
  }
  return { format: 'xlsx', blocks, pages: null, warnings };
}

function openBook(bytes: Uint8Array, file: string): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellHTML: false,
      cellFormula: false,
      cellStyles: true,
      sheetRows: MAX_ROWS + 1,
    });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/iu.test(error.message);
    throw fileError(isLocked ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED', file, undefined, {
      cause: error,
    });
  }
}

function isHidden(book: WorkBook, index: number): boolean {
  return (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
}

function visibleBlocks(sheet: WorkSheet, name: string, warnings: string[]): readonly SourceBlock[] {
  const { rows, hidden } = sheetRows(sheet);
  if (hidden > 0) warnings.push(`工作表“${name}”里有 ${hidden} 个隐藏的行或列没有读取。`);
  if (rows.length > MAX_ROWS) warnings.push(`工作表“${name}”只读取了前 ${MAX_ROWS} 行。`);
  return sheetBlocks(rows.slice(0, MAX_ROWS), name);
}
