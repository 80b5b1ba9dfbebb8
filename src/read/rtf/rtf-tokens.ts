/** What an RTF file is made of. Bytes are characters of the code page in force. */
export type RtfToken =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'word'; readonly word: string; readonly value: number | null }
  /** Of one character, as \~ or \*. */
  | { readonly type: 'sign'; readonly sign: string }
  | { readonly type: 'bytes'; readonly bytes: string };

const TOKEN =
  /\\(?<word>[a-zA-Z]+)(?<value>-?\d{1,10})? ?|\\'(?<hex>[0-9a-fA-F]{2})|\\(?<sign>[\s\S])|(?<brace>[{}])|[\r\n\0]+|(?<plain>[^\\{}\r\n\0]+)/gu;

/** Tokens of a file whose bytes were made characters one by one. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const { word, value, hex, sign, brace, plain } = match.groups ?? {};
    if (word !== undefined) {
      const number = value === undefined ? null : Number(value);
      // Binary data follows, of any bytes.
      if (word === 'bin') TOKEN.lastIndex += Math.max(0, number ?? 0);
      else yield { type: 'word', word, value: number };
    } else if (hex !== undefined) {
      yield { type: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    } else if (sign !== undefined) {
      yield { type: 'sign', sign };
    } else if (brace !== undefined) {
      yield { type: brace === '{' ? 'open' : 'close' };
    } else if (plain !== undefined) {
      yield { type: 'bytes', bytes: plain };
    }
  }
}
