import { isHtml, isMhtml, isPdf } from './page-signatures.ts';
import type { Format } from './reader.ts';
import { isOleWith, isText, isTornOle, isZipWith, startsWith } from './signatures.ts';

const MEGABYTE = 1024 * 1024;
/** No plan text comes near it. */
const MAX_TEXT_BYTES = 20 * MEGABYTE;
/** Pictures make up the most of a large one. */
const MAX_OFFICE_BYTES = 100 * MEGABYTE;

/**
 * Every format, one row each: containers by their signature first, plain text last of all.
 * The first row that claims a file reads it.
 */
export const FORMATS: readonly Format[] = [
  {
    format: 'docx',
    // An encrypted one, of whatever program, is an OLE file round a package.
    claims: (bytes) => isZipWith(bytes, 'word/') || isOleWith(bytes, 'EncryptedPackage'),
    maxBytes: MAX_OFFICE_BYTES,
    read: async (bytes, file) => (await import('./docx/read-docx.ts')).readDocx(bytes, file),
  },
  {
    format: 'doc',
    claims: (bytes) => isOleWith(bytes, 'WordDocument') || isTornOle(bytes),
    maxBytes: MAX_OFFICE_BYTES,
    read: async (bytes, file) => (await import('./doc/read-doc.ts')).readDoc(bytes, file),
  },
  {
    format: 'xlsx',
    claims: (bytes) =>
      isZipWith(bytes, 'xl/') || isOleWith(bytes, 'Workbook') || isOleWith(bytes, 'Book'),
    maxBytes: MAX_OFFICE_BYTES,
    read: async (bytes, file) => (await import('./xlsx/read-xlsx.ts')).readXlsx(bytes, file),
  },
  {
    format: 'rtf',
    claims: (bytes) => startsWith(bytes, '{\\rt'),
    maxBytes: MAX_OFFICE_BYTES,
    read: async (bytes, file) => (await import('./rtf/read-rtf.ts')).readRtf(bytes, file),
  },
  {
    format: 'pdf',
    claims: isPdf,
    maxBytes: MAX_OFFICE_BYTES,
    read: async (bytes, file) => (await import('./pdf/read-pdf.ts')).readPdf(bytes, file),
  },
  {
    format: 'mhtml',
    claims: isMhtml,
    maxBytes: MAX_OFFICE_BYTES,
    read: async (bytes, file) => (await import('./mhtml/read-mhtml.ts')).readMhtml(bytes, file),
  },
  {
    format: 'html',
    claims: isHtml,
    maxBytes: MAX_TEXT_BYTES,
    read: async (bytes, file) => (await import('./html/read-html.ts')).readHtml(bytes, file),
  },
  {
    format: 'md',
    // Any text can be Markdown: here the name says that it is meant so.
    claims: (bytes, file) => isText(bytes) && /\.(?:md|markdown|mdown)$/iu.test(file),
    maxBytes: MAX_TEXT_BYTES,
    read: async (bytes, file) =>
      (await import('./markdown/read-markdown.ts')).readMarkdown(bytes, file),
  },
  {
    format: 'txt',
    claims: isText,
    maxBytes: MAX_TEXT_BYTES,
    read: async (bytes, file) => (await import('./text/read-text.ts')).readText(bytes, file),
  },
];
