/** So much of a file shows what it is. */
const HEAD_BYTES = 4096;
/** A PDF may have some bytes of a mail or a printer before it. */
const PDF_WITHIN = 1024;

/** The beginning as letters; of UTF-16 every other byte is nothing. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1').replaceAll('\0', '');
}

export function isPdf(bytes: Uint8Array): boolean {
  return headOf(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-');
}

/** A page that a browser saved with all its parts, as a mail. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return (
    /^[^<]{0,4000}?^content-type:\s*(?:multipart\/(?:related|mixed|alternative)|text\/html)/imu.test(
      head,
    ) && /^(?:mime-version|from|subject|content-location|snapshot-content-location):/imu.test(head)
  );
}

/** By its document type or its outer elements; a piece of a page by what its name says. */
export function isHtml(bytes: Uint8Array, file: string): boolean {
  const head = headOf(bytes);
  const start = head.replace(/^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]+/u, '');
  if (!start.startsWith('<')) return isNamedHtml(file) && /<(?:p|div|br|table|span)\b/iu.test(head);
  return (
    /<(?:!doctype\s+html|html|head|body|frameset)\b/iu.test(head) ||
    (isNamedHtml(file) && /^<(?:!--|[a-z])/iu.test(start)) ||
    /^<(?:!--|meta|title|style|div|p|table|center|font|span|h[1-6])\b/iu.test(start)
  );
}

function isNamedHtml(file: string): boolean {
  return /\.(?:x?html?|shtml|aspx?|jsp|php)$/iu.test(file);
}
