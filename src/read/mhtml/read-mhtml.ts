import type { SourceDocument } from '../../model.ts';
import { fileError } from '../file-errors.ts';
import { decodePage } from '../html/decode-page.ts';
import { readPage } from '../html/read-html.ts';
import { type MimePart, mimeParts } from './mime-parts.ts';

/**
 * A page saved by a browser or mailed: the page in it, without its images and styles.
 * Lines of places are lines of that page. Fails with FILE_DAMAGED or FILE_WITHOUT_TEXT.
 */
export async function readMhtml(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = message.findIndex((byte) => byte > 0x20 && byte < 0x7f);
  const pages = mimeParts(message.subarray(Math.max(start, 0))).filter(isPage);
  const [first] = pages;
  if (first === undefined) throw fileError('FILE_DAMAGED', file, '文件里找不到保存的网页。');
  // A page of frames is saved with each frame beside it; the article is in the longest.
  const isFrameset = /<frameset/iu.test(first.body.toString('latin1', 0, 20_000));
  const page = isFrameset ? pages.reduce((a, b) => (b.body.length > a.body.length ? b : a)) : first;
  return readPage(decodePage(page.body, file, charsetOf(page)), file, 'mhtml');
}

function isPage({ headers }: MimePart): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)/iu.test(headers.get('content-type') ?? '');
}

function charsetOf({ headers }: MimePart): string | undefined {
  return /charset\s*=\s*"?([\w-]+)/iu.exec(headers.get('content-type') ?? '')?.[1];
}
