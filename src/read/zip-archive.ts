import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { fileError, sizeInWords } from './file-errors.ts';

const MEGABYTE = 1024 * 1024;
/** What the parts of a file may inflate to, all together; the longest plan has about 5 MB of XML. */
const MAX_INFLATED_BYTES = 64 * MEGABYTE;
/** Above this a file must not inflate more than a hundredfold. */
const UNSUSPICIOUS_BYTES = 16 * MEGABYTE;
const MAX_RATIO = 100;
const MAX_PARTS = 20_000;

/** A zip whose parts are inflated one by one, never more of them than is allowed. */
export interface ZipArchive {
  readonly has: (part: string) => boolean;
  /** Hands on a part's bytes as they inflate; false where there is no such part. */
  readonly inflate: (part: string, take: (piece: Uint8Array) => void) => Promise<boolean>;
  /** Inflates every part and throws it away: whoever reads the zip by other means is safe after it. */
  readonly inflateAll: () => Promise<void>;
}

/** `inflates` names the parts that will be inflated; what the directory says of them is checked at once. */
export async function openZip(
  bytes: Uint8Array,
  file: string,
  inflates: (part: string) => boolean,
): Promise<ZipArchive> {
  const limit = Math.min(
    MAX_INFLATED_BYTES,
    Math.max(UNSUSPICIOUS_BYTES, bytes.length * MAX_RATIO),
  );
  const refuseAbove = (inflated: number): void => {
    if (inflated > limit) throw tooLarge(file, bytes.length, inflated);
  };
  const { zip, entries } = await directory(bytes, file);
  let stated = 0;
  for (const [part, entry] of entries) {
    if (inflates(part)) stated += entry.uncompressedSize;
  }
  refuseAbove(stated);

  let inflated = 0;
  const inflate: ZipArchive['inflate'] = async (part, take) => {
    const entry = entries.get(part);
    if (entry === undefined) return false;
    const stream = await damagedIfFails(file, zip.openReadStreamPromise(entry));
    let size = 0;
    let checksum = 0;
    for await (const piece of piecesOf(stream, file)) {
      size += piece.length;
      refuseAbove(inflated + size);
      checksum = crc32(piece, checksum);
      take(piece);
    }
    inflated += size;
    if (size !== entry.uncompressedSize || checksum !== entry.crc32) {
      throw fileError('FILE_DAMAGED', file, `文件已损坏：其中的 ${part} 与登记的不符。`);
    }
    return true;
  };
  return {
    has: (part) => entries.has(part),
    inflate,
    inflateAll: async () => {
      for (const part of entries.keys()) await inflate(part, () => undefined);
    },
  };
}

async function directory(
  bytes: Uint8Array,
  file: string,
): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // The sizes stated may lie: they are compared with what comes out, in `inflate`.
  const zip = await damagedIfFails(
    file,
    fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false }),
  );
  if (zip.entryCount > MAX_PARTS) {
    throw fileError('FILE_TOO_LARGE', file, `文件里有 ${zip.entryCount} 个部件，太多了。`);
  }
  const entries = new Map<string, Entry>();
  const listing = new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
  await damagedIfFails(file, listing);
  const locked = [...entries.values()].some((entry) => (entry.generalPurposeBitFlag & 1) === 1);
  if (locked) throw fileError('FILE_ENCRYPTED', file);
  return { zip, entries };
}

async function* piecesOf(stream: Readable, file: string): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await damagedIfFails(file, pieces.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** Whatever a zip or its inflating complains of is damage of the file. */
async function damagedIfFails<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw fileError('FILE_DAMAGED', file, undefined, { cause: error });
  }
}

function tooLarge(file: string, packed: number, inflated: number): Error {
  return fileError(
    'FILE_TOO_LARGE',
    file,
    `文件只有 ${sizeInWords(packed)}，展开后超过 ${sizeInWords(Math.min(inflated, MAX_INFLATED_BYTES))}，已停止读取。`,
  );
}
