/** Encodings by the character set of a font. */
const BY_CHARSET: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
  238: 'windows-1250',
};
/** And by the number of a code page. */
const BY_CODE_PAGE: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  54936: 'gb18030',
  65001: 'utf-8',
};
const EAST_ASIAN = new Set(['shift_jis', 'euc-kr', 'gb18030', 'big5', 'utf-8']);

export function encodingOfCharset(charset: number): string | undefined {
  return BY_CHARSET[charset];
}

export function encodingOfCodePage(codePage: number): string | undefined {
  return BY_CODE_PAGE[codePage];
}

/**
 * Text of bytes above ASCII by the first encoding that reads Chinese or its kin, for writers mark such bytes
 * with one of their fonts, and not always with the one in force.
 */
export function decodeBytes(bytes: string, encodings: readonly (string | undefined)[]): string {
  if (/^[\0-\x7f]*$/u.test(bytes)) return bytes;
  const encoding =
    encodings.find((name) => name !== undefined && EAST_ASIAN.has(name)) ??
    encodings.find((name) => name !== undefined) ??
    'windows-1252';
  return new TextDecoder(encoding).decode(Buffer.from(bytes, 'latin1'));
}
