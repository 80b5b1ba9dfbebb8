import { YoujuError } from '../errors.ts';

/** Files above this are refused before they are read: no plan text comes near it. */
export const MAX_SEED_BYTES = 20 * 1024 * 1024;

/** Below this share of Han, ASCII and usual punctuation a text decoded as GB18030 is taken for another encoding. */
const PLAUSIBLE_SHARE = 0.97;
const MIN_HAN_SHARE = 0.05;
const SAMPLE_CHARS = 200_000;

/** PDF, ZIP (docx, wps) and RTF, should they hold no zero byte near by. */
const OFFICE_SIGNATURES = ['%PDF-', 'PK\u0003\u0004', '{\\rtf'].map((text) =>
  [...text].map((char) => char.charCodeAt(0)),
);

const RE_SAVE = '请用文本编辑器另存为 UTF-8 编码的纯文本（.txt）后重试。';

/** Text of a seed in UTF-8 (with or without BOM) or GB18030/GBK; anything else is SEED_UNREADABLE. */
export function decodeSeed(bytes: Uint8Array, file: string): string {
  if (bytes.length > MAX_SEED_BYTES) throw tooLarge(file, bytes.length);
  if (bytes.length === 0) throw unreadable(file, '文件是空的。请放入有正文的文件，或把它删除。');
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    throw unreadable(file, `文件是 UTF-16 编码，目前不支持。${RE_SAVE}`);
  }
  if (bytes.includes(0) || OFFICE_SIGNATURES.some((signature) => startsWith(bytes, signature))) {
    throw unreadable(
      file,
      `文件含有二进制内容，不是纯文本（可能是 Word、PDF 或压缩包改了扩展名）。${RE_SAVE}`,
    );
  }
  const text = decodeAs('utf-8', bytes) ?? plausibleChinese(decodeAs('gb18030', bytes));
  if (text === null) throw unreadable(file, `文件不是 UTF-8，也不是 GBK/GB18030 编码。${RE_SAVE}`);
  if (text.trim() === '') {
    throw unreadable(file, '文件里只有空白。请放入有正文的文件，或把它删除。');
  }
  if (hasControlCharacters(text)) {
    throw unreadable(file, `文件含有大量控制字符，不是纯文本。${RE_SAVE}`);
  }
  return text;
}

export function tooLarge(file: string, size: number): YoujuError {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return unreadable(
    file,
    `文件有 ${megabytes} MB，超过 ${MAX_SEED_BYTES / 1024 / 1024} MB 的上限。请只保留规划正文，或拆成几个文件。`,
  );
}

function unreadable(file: string, why: string): YoujuError {
  return new YoujuError('SEED_UNREADABLE', `无法读取规划文件 ${file}：${why}`);
}

function decodeAs(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Nearly any bytes decode as GB18030, so what comes out must also look like a Chinese text. */
function plausibleChinese(text: string | null): string | null {
  if (text === null) return null;
  const sample = text.slice(0, SAMPLE_CHARS);
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const usual =
    sample.match(
      /[\u4e00-\u9fff\t\n\r\x20-\x7e\u3000-\u303f\uff00-\uffef\u2010-\u203b\u2160-\u217f\u2460-\u249b\u25a0-\u25ef\u00b0-\u00d7㎡℃]/g,
    )?.length ?? 0;
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

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
