import type { SourceDocument } from '../../model.ts';
import { fileError } from '../file-errors.ts';
import { assemble } from './assemble.ts';
import { isLegible } from './legible.ts';
import { openPdf } from './open-pdf.ts';
import type { Page } from './page.ts';

/** No plan has as many. */
const MAX_PAGES = 3000;
/** So many pages without a word are looked at for images; the others are taken to be like them. */
const MAX_LOOKED_AT = 8;

/**
 * A PDF as headings, paragraphs, tables and notes, each on its page. Its own title is not believed.
 * Fails with FILE_SCANNED, FILE_WITHOUT_TEXT, FILE_FONT_UNREADABLE, FILE_ENCRYPTED, FILE_TOO_LARGE
 * or FILE_DAMAGED.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const pages = await drawPages(bytes, file);
  if (!isLegible(pages)) throw fileError('FILE_FONT_UNREADABLE', file);
  const legible = pages.filter((page) => isLegible([page]));
  const { blocks, empty } = assemble(legible);
  const scanned = await scannedPages(bytes, file, empty);
  if (blocks.length === 0) {
    throw fileError(scanned.length > 0 ? 'FILE_SCANNED' : 'FILE_WITHOUT_TEXT', file);
  }
  const illegible = pages.filter((page) => !legible.includes(page)).map(({ page }) => page);
  return {
    format: 'pdf',
    blocks,
    pages: pages.length,
    warnings: [
      ...about(scanned, '是扫描图片，没有可以读取的文字，已略去。'),
      ...about(illegible, '的字体没有文字对照表，读出来是乱码，已略去。'),
      ...lostCharacters(legible),
    ],
  };
}

async function drawPages(bytes: Uint8Array, file: string): Promise<Page[]> {
  const document = await openPdf(bytes, file, { withImages: false });
  const { drawPage } = await import('./draw-page.ts');
  try {
    if (document.numPages > MAX_PAGES) {
      const what = `文件有 ${document.numPages} 页，超过 ${MAX_PAGES} 页的上限。`;
      throw fileError('FILE_TOO_LARGE', file, what);
    }
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await drawPage(page));
      page.cleanup();
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Of pages that say nothing, those that show an image; a blank page is not missed. */
async function scannedPages(
  bytes: Uint8Array,
  file: string,
  empty: readonly number[],
): Promise<readonly number[]> {
  if (empty.length === 0) return [];
  const document = await openPdf(bytes, file, { withImages: true });
  const { hasPicture } = await import('./pictures.ts');
  try {
    const scanned: number[] = [];
    for (const number of empty.slice(0, MAX_LOOKED_AT)) {
      const page = await document.getPage(number);
      if (await hasPicture(page)) scanned.push(number);
      page.cleanup();
    }
    return scanned.length > 0 ? [...scanned, ...empty.slice(MAX_LOOKED_AT)] : [];
  } finally {
    await document.loadingTask.destroy();
  }
}

function about(pages: readonly number[], what: string): string[] {
  return pages.length === 0 ? [] : [`第 ${ranges(pages)} 页${what}`];
}

/** 1、3—5 */
function ranges(pages: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const page of pages) {
    const last = spans.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else spans.push([page, page]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、');
}

function lostCharacters(pages: readonly Page[]): string[] {
  const lost = pages.filter(({ unreadable }) => unreadable > 0);
  const count = lost.reduce((sum, { unreadable }) => sum + unreadable, 0);
  if (count === 0) return [];
  return [`第 ${ranges(lost.map(({ page }) => page))} 页有 ${count} 个符号没有文字对照，已略去。`];
}
