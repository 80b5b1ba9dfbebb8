/** Where the web reader shows a document, or a passage of it. */
export interface ReaderPlace {
  readonly documentId: string;
  readonly passageId: string | null;
}

/** The address below a public one. */
export function readerLink(publicUrl: string, { documentId, passageId }: ReaderPlace): string {
  const anchor = passageId === null ? '' : `#p-${encodeURIComponent(passageId)}`;
  return `${publicUrl}/documents/${encodeURIComponent(documentId)}${anchor}`;
}

const PLACE = /^\/documents\/(?<document>[^/]+)\/?$/u;
const ANCHOR = /^#p-(?<passage>.+)$/u;

/** What an address of our own reader shows; null for any other. */
export function parseReaderLink(url: string, publicUrl: string): ReaderPlace | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, hash } = new URL(url);
  const base = new URL(publicUrl);
  const root = base.pathname.replace(/\/+$/u, '');
  if (origin !== base.origin || !pathname.startsWith(`${root}/`)) return null;
  const documentId = decoded(PLACE.exec(pathname.slice(root.length))?.groups?.document);
  return documentId === null
    ? null
    : { documentId, passageId: decoded(ANCHOR.exec(hash)?.groups?.passage) };
}

/** Null for what is not there or was never encoded by us. */
function decoded(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return null;
  }
}
