import { type ErrorCode, YoujuError } from '../errors.ts';

export type FileErrorCode = Extract<ErrorCode, `FILE_${string}`>;

/** What happened, where the reader knows no better words, and what to do. */
const MESSAGES: Readonly<Record<FileErrorCode, readonly [what: string, cure: string]>> = {
  FILE_UNREADABLE: ['打不开文件。', '请检查文件是否存在、权限是否允许读取。'],
  FILE_EMPTY: ['文件是空的（0 字节）。', '请重新下载或保存后再放入。'],
  FILE_WITHOUT_TEXT: ['文件里没有文字。', '请放入有正文的文件。'],
  FILE_SCANNED: [
    '文件是扫描件，只有图片，没有可以读取的文字。',
    '请放入带文字的版本，或先做文字识别（OCR）再放入。',
  ],
  FILE_FONT_UNREADABLE: [
    '文件的字体没有文字对照表，读出来是乱码。',
    '请放入 Word 原件，或重新导出为带文字的 PDF。',
  ],
  FILE_ENCRYPTED: ['文件有密码保护。', '请取消密码后另存一份再放入。'],
  FILE_TOO_LARGE: ['文件太大。', '请只保留正文，或拆成几个文件。'],
  FILE_DAMAGED: ['文件已损坏或不完整。', '请重新下载，或用原来的软件打开后另存一份。'],
  FILE_UNSAFE: ['文件里有不安全的内容，已拒绝读取。', '请用 Word 或 WPS 打开，另存一份再放入。'],
  FILE_TYPE_UNKNOWN: [
    '认不出文件的类型。',
    '请另存为 docx、doc、pdf、html、xlsx、rtf、md 或 txt 后再放入。',
  ],
};

/** A refusal of a file. `what` ends with 。 and stands in for the general words. */
export function fileError(
  code: FileErrorCode,
  file: string,
  what?: string,
  options?: ErrorOptions,
): YoujuError {
  const [usual, cure] = MESSAGES[code];
  return new YoujuError(code, `无法读取文件 ${file}：${what ?? usual}${cure}`, options);
}

export function isFileError(error: unknown): error is YoujuError & { code: FileErrorCode } {
  return error instanceof YoujuError && error.code in MESSAGES;
}

/** A size for people, e.g. 49 KB or 2.5 MB. */
export function sizeInWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
