import { fileError } from '../file-errors.ts';

/** Byte order marks; the decoder itself takes them out. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** What a page says of its encoding stands near its beginning. */
const HEAD_BYTES = 4096;
const DECLARED = /charset\s*=\s*["']?\s*([\w-]{3,20})/iu;
/** Above this share of characters that no encoding has, the text is not believed. */
const MAX_LOST = 0.02;

/**
 * The text of a page. A mark is believed, then what the bytes prove; what the page (or `declared`) says of
 * its encoding is only a guess among others, for it can lie. A few torn characters lose no page.
 */
export function decodePage(bytes: Uint8Array, file: string, declared?: string): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return new TextDecoder(marked[1]).decode(bytes);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const hints = [declared, DECLARED.exec(head)?.[1]].filter((hint) => hint !== undefined);
  const wide = bytes.subarray(0, HEAD_BYTES).includes(0) ? ['utf-16le', 'utf-16be'] : [];
  let best: { readonly text: string; readonly lost: number } | null = null;
  for (const encoding of [...wide, 'utf-8', 'gb18030', ...hints]) {
    const text = decodeAs(encoding, bytes);
    if (text === null) continue;
    const lost = lostShare(text);
    if (best === null || lost < best.lost) best = { text, lost };
    if (lost === 0) break;
  }
  if (best === null || best.lost > MAX_LOST) {
    throw fileError('FILE_DAMAGED', file, '网页的文字编码认不出来，读出来是乱码。');
  }
  return best.text;
}

/** Null for an encoding nobody knows. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Characters torn, of private use or never assigned, as a share of those beyond ASCII. */
function lostShare(text: string): number {
  const lost = text.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0;
  const zeros = text.split('\0').length - 1;
  const all = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return (lost + zeros) / Math.max(all, 1);
}
