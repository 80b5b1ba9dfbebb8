import type { Readable } from 'node:stream';
import BufferReader from 'word-extractor/lib/buffer-reader.js';
import OleCompoundDoc from 'word-extractor/lib/ole-compound-doc.js';
import { fileError } from '../file-errors.ts';

/** The streams of an OLE compound file by their names; null for one it has not. */
export type OleFile = (stream: string) => Promise<Buffer | null>;

export async function openOle(bytes: Uint8Array, file: string): Promise<OleFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ole = new OleCompoundDoc(new BufferReader(buffer));
  await damagedIfFails(file, ole.read());
  return async (name) => {
    if (!(name in ole._rootStorage._dirEntry.streams)) return null;
    return await damagedIfFails(file, allOf(ole.stream(name)));
  };
}

async function allOf(stream: Readable): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}

/** Whatever the package complains of, places out of the file above all, is damage of the file. */
async function damagedIfFails<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw fileError('FILE_DAMAGED', file, undefined, { cause: error });
  }
}
