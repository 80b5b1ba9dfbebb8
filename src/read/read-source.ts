import type { SourceBlock, SourceDocument } from '../model.ts';
import { fileError, sizeInWords } from './file-errors.ts';
import { FORMATS } from './formats.ts';
import type { Format } from './reader.ts';

/**
 * A file's blocks in the order of reading, in this process: for bytes that are trusted or plain text.
 * What it is is told by its content; it is refused with a FILE_ code.
 */
export async function readSource(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const source = await formatOf(bytes, file).read(bytes, file);
  if (!source.blocks.some(hasText)) throw fileError('FILE_WITHOUT_TEXT', file);
  return source;
}

/** The row that reads a file; refuses what is empty, unknown or too large. */
export function formatOf(bytes: Uint8Array, file: string): Format {
  if (bytes.length === 0) throw fileError('FILE_EMPTY', file);
  const format = FORMATS.find(({ claims }) => claims(bytes, file));
  if (format === undefined) throw fileError('FILE_TYPE_UNKNOWN', file);
  if (bytes.length > format.maxBytes) {
    throw fileError(
      'FILE_TOO_LARGE',
      file,
      `文件有 ${sizeInWords(bytes.length)}，超过 ${sizeInWords(format.maxBytes)} 的上限。`,
    );
  }
  return format;
}

function hasText(block: SourceBlock): boolean {
  return block.type === 'table'
    ? block.rows.some(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
    : block.text.trim() !== '';
}
