import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);
/** Letters turned into curves come in such numbers. */
const MIN_PATHS = 200;

/** Whether a page shows an image, or letters drawn as shapes. */
export async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList({ annotationMode: 0 });
  return (
    fnArray.some((operator) => IMAGES.has(operator)) ||
    fnArray.filter((operator) => operator === OPS.constructPath).length > MIN_PATHS
  );
}
