import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fileError } from '../file-errors.ts';

/** Images above this many pixels are not unpacked: none is read, and a scan has one a page. */
const NO_IMAGES = 1;
const ALL_IMAGES = -1;

/**
 * pdf.js wants these of a browser when it is loaded; nothing here draws, so that their names are enough.
 * Real ones would come with a canvas of 33 MB.
 */
const BROWSER_NAMES = ['DOMMatrix', 'Path2D', 'ImageData'] as const;

/** The caller destroys the document. Fails with FILE_ENCRYPTED or FILE_DAMAGED. */
export async function openPdf(
  bytes: Uint8Array,
  file: string,
  { withImages }: { readonly withImages: boolean },
): Promise<PDFDocumentProxy> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { getDocument } = await loadPdfJs(folder);
  const loading = getDocument({
    // pdf.js takes the buffer over.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    stopAtErrors: false,
    enableXfa: false,
    maxImageSize: withImages ? ALL_IMAGES : NO_IMAGES,
    verbosity: 0,
  });
  try {
    return await loading.promise;
  } catch (error) {
    await loading.destroy();
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw fileError(isLocked ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED', file, undefined, {
      cause: error,
    });
  }
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

async function loadPdfJs(folder: string): Promise<PdfJs> {
  for (const name of BROWSER_NAMES) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {} });
  }
  const pdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The small build of its other half: less to load, and nobody debugs it here.
  const worker = join(folder, 'legacy', 'build', 'pdf.worker.min.mjs');
  pdfJs.GlobalWorkerOptions.workerSrc = pathToFileURL(worker).href;
  return pdfJs;
}
