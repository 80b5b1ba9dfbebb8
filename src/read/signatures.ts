/** First bytes that name a container. */
const ZIP = 'PK\u0003\u0004';
const OLE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** What has a signature of its own and none of our readers is no text, though its bytes may decode as one. */
const NO_TEXT = [
  ZIP,
  OLE,
  '%PDF-',
  '{\\rtf',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
];

export function isText(bytes: Uint8Array): boolean {
  return !NO_TEXT.some((signature) => startsWith(bytes, signature));
}

export function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((char, index) => bytes[index] === char.charCodeAt(0));
}

/** A zip that holds parts of this folder; a zip cut off, without its directory, is told by its local headers. */
export function isZipWith(bytes: Uint8Array, folder: 'word/' | 'xl/'): boolean {
  if (!startsWith(bytes, ZIP)) return false;
  const names = namesInDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  return names === null
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(folder, 0, 'latin1')
    : names.some((name) => name.startsWith(folder));
}

/** An OLE compound file (Office 97 to 2003, or an encrypted newer one) that has a stream of this name. */
export function isOleWith(bytes: Uint8Array, stream: string): boolean {
  if (!startsWith(bytes, OLE)) return false;
  // Names lie in the directory as UTF-16 with a closing zero.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
}

/** An OLE compound file cut off before its directory: nobody can say any more what it was. */
export function isTornOle(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, OLE)) return false;
  if (bytes.length < 512) return true;
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, 512);
  const sectorBytes = 2 ** header.readUInt16LE(30);
  return (header.readUInt32LE(48) + 1) * sectorBytes >= bytes.length;
}

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;

/** Names of a zip's parts; null where its directory is missing or torn. */
function namesInDirectory(zip: Buffer): readonly string[] | null {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 22 > zip.length) return null;
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + DIRECTORY_ENTRY_BYTES > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      return null;
    }
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = at + DIRECTORY_ENTRY_BYTES;
    names.push(zip.toString('utf8', name, name + nameBytes));
    at = name + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}
