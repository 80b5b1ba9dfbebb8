import type { SourceBlock, SourceDocument } from '../../model.ts';
import { Dropped } from '../dropped.ts';
import { fileError } from '../file-errors.ts';
import type { Lists } from '../list-numbering.ts';
import { DocReader } from './doc-blocks.ts';
import { parseLists } from './lists.ts';
import { openWordFile, type WordFile } from './word-file.ts';

/**
 * Word 97–2003 and WPS. Read: the body, tables with merged cells, foot- and endnotes and text boxes (at the
 * end). Not read: heads and feet of pages, comments, hidden and deleted text, pictures. Automatic numbers are
 * not spelt out in such files: they are worked out, and that is said.
 */
export async function readDoc(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const word = await openWordFile(bytes, file);
  const dropped = new Dropped();
  try {
    const reader = new DocReader(word, listsOrNone(word), dropped);
    const body = reader.blocks('body');
    const boxes = reader.blocks('textBoxes');
    const notes = (['footnotes', 'endnotes'] as const).flatMap((part) =>
      reader.blocks(part).map(asNote),
    );
    const warnings = [...dropped.warnings()];
    if (word.lengths.comments > 0) warnings.push('批注没有读入正文。');
    if (boxes.length > 0) warnings.push('文本框里的文字放在正文之后。');
    warnings.push(...numberWarnings(reader.numbers));
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

/** Lists that lead out of the file cost their numbers, not the text. */
function listsOrNone(word: WordFile): Lists {
  try {
    return parseLists(word);
  } catch (error) {
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

const SAVE_ANEW = '请用 Word 或 WPS 另存为 .docx 后再放入。';

function numberWarnings({ workedOut, lost }: DocReader['numbers']): readonly string[] {
  return [
    ...(workedOut > 0
      ? [
          `有 ${workedOut} 段的编号是自动编号，旧格式里没有写明，是推算出来的；如有出入，${SAVE_ANEW}`,
        ]
      : []),
    ...(lost > 0 ? [`有 ${lost} 段的自动编号读不出来。${SAVE_ANEW}`] : []),
  ];
}
