import { fileError } from '../file-errors.ts';

/** Below this share of Han, ASCII and usual punctuation a text decoded by guess is taken for another encoding. */
const PLAUSIBLE_SHARE = 0.97;
const MIN_HAN_SHARE = 0.05;
const SAMPLE_CHARS = 200_000;

/** Rare characters of names lie beyond the first plane. */
const USUAL =
  /[\p{Script=Han}\t\n\r\x20-\x7e\u3000-\u303f\uff00-\uffef\u2010-\u203b\u2160-\u217f\u2460-\u249b\u25a0-\u25ef\u00b0-\u00d7㎡℃]+/gu;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Byte order marks; the decoder itself takes them out. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const RE_SAVE = '如果它是纯文本，请用文本编辑器另存为 UTF-8 编码。';

/** Text in UTF-8, UTF-16 or GB18030 (with it GBK and GB2312), with or without a byte order mark. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const text = decoded(bytes);
  if (text === null) {
    if (isTornUtf8(bytes)) {
      throw fileError('FILE_DAMAGED', file, '文件是 UTF-8 编码，但有损坏或不完整的字。');
    }
    throw bytes.includes(0)
      ? fileError('FILE_TYPE_UNKNOWN', file, `文件是二进制内容，不是能读的格式。${RE_SAVE}`)
      : fileError('FILE_TYPE_UNKNOWN', file, `文件不是 UTF-8，也不是 GBK/GB18030 编码。${RE_SAVE}`);
  }
  if (text.trim() === '') throw fileError('FILE_WITHOUT_TEXT', file, '文件里只有空白。');
  if (hasControlCharacters(text)) {
    throw fileError('FILE_TYPE_UNKNOWN', file, `文件含有大量控制字符，不是纯文本。${RE_SAVE}`);
  }
  return text;
}

/** Null where the bytes are no text in any encoding known here. */
function decoded(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decodeAs(marked[1], bytes);
  if (bytes.includes(0)) {
    return (
      plausibleChinese(decodeAs('utf-16le', bytes)) ?? plausibleChinese(decodeAs('utf-16be', bytes))
    );
  }
  return decodeAs('utf-8', bytes) ?? plausibleChinese(decodeAs('gb18030', bytes));
}

/** A Chinese text all the same, but for a few bytes. */
function isTornUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.match(/\ufffd/gu)?.length ?? 0;
  return lost <= 2 + text.length * 0.001 && plausibleChinese(text.replace(/\ufffd/gu, '')) !== null;
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Nearly any bytes decode as GB18030 or UTF-16, so what comes out must also look like a Chinese text. */
function plausibleChinese(text: string | null): string | null {
  if (text === null) return null;
  const sample = text.slice(0, SAMPLE_CHARS);
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const usual = [...sample.matchAll(USUAL)].reduce((sum, [text]) => sum + text.length, 0);
  const isPlausible =
    usual >= sample.length * PLAUSIBLE_SHARE &&
    han >= sample.length * MIN_HAN_SHARE &&
    hasCommonWords(sample);
  return isPlausible ? text : null;
}

/** Big5 and Shift_JIS bytes turn into rare Han under GB18030; a real text has these on every page. */
function hasCommonWords(sample: string): boolean {
  const common = sample.match(/[的一是在不和有大中为发展建设年区市工作]/g)?.length ?? 0;
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return common >= han * 0.04;
}

function hasControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = text.match(/[\x01-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  return controls > text.length * 0.01;
}
