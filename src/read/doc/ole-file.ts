import BufferReader from 'word-extractor/lib/buffer-reader.js';
import OleCompoundDoc from 'word-extractor/lib/ole-compound-doc.js';
import { fileError } from '../file-errors.ts';

/** The streams of an OLE compound file by their names; null for one it has not. */
export type OleFile = (stream: string) => Promise<Buffer | null>;

export async function openOle(bytes: Uint8Array, file: string): Promise<OleFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ole = new OleCompoundDoc(new BufferReader(buffer));
  try {
    await ole.read();
  } catch (error) {
    throw fileError('FILE_DAMAGED', file, undefined, { cause: error });
  }
  return async (name) => {
    if (!(name in ole._rootStorage._dirEntry.streams)) return null;
    const pieces: Uint8Array[] = [];
    for await (const piece of ole.stream(name)) pieces.push(piece as Uint8Array);
    return Buffer.concat(pieces);
  };
}
