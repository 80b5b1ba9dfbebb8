import type { SourceBlock, SourceDocument } from '../../model.ts';
import { Dropped } from '../dropped.ts';
import { fileError } from '../file-errors.ts';
import { DocReader } from './doc-blocks.ts';
import { openWordFile } from './word-file.ts';

/**
 * Word 97–2003 and WPS. Read: the body, tables with merged cells, foot- and endnotes and text boxes (at the
 * end). Not read: heads and feet of pages, comments, hidden and deleted text, pictures. Automatic numbers are
 * not spelt out in such files; that they are missing is said.
 */
export async function readDoc(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const word = await openWordFile(bytes, file);
  const dropped = new Dropped();
  try {
    const reader = new DocReader(word, dropped);
    const body = reader.blocks('body');
    const boxes = reader.blocks('textBoxes');
    const notes = (['footnotes', 'endnotes'] as const).flatMap((part) =>
      reader.blocks(part).map(asNote),
    );
    const warnings = [...dropped.warnings()];
    if (word.lengths.comments > 0) warnings.push('批注没有读入正文。');
    if (boxes.length > 0) warnings.push('文本框里的文字放在正文之后。');
    if (reader.numbered > 0) warnings.push(lostNumbers(reader.numbered));
    return { format: 'doc', blocks: [...body, ...boxes, ...notes], pages: null, warnings };
  } catch (error) {
    // The file's own figures lead out of it.
    if (!(error instanceof RangeError)) throw error;
    throw fileError('FILE_DAMAGED', file, undefined, { cause: error });
  }
}

function asNote(block: SourceBlock): SourceBlock {
  return block.type === 'table' ? block : { type: 'note', text: block.text, place: block.place };
}

function lostNumbers(count: number): string {
  return `有 ${count} 段的编号是 Word 自动生成的，旧格式（.doc、.wps）里读不出来。请用 Word 或 WPS 另存为 .docx 后再放入。`;
}
