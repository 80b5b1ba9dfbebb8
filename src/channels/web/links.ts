import { anchorId } from './reading/anchors.ts';

/** Links inside the site, whatever its public address. */
export function documentLink(documentId: string): string {
  return `/documents/${encodeURIComponent(documentId)}`;
}

export function passageLink(documentId: string, passageId: string): string {
  return `${documentLink(documentId)}#${encodeURIComponent(anchorId(passageId))}`;
}

export function questionLink(question: string): string {
  return `/?${new URLSearchParams({ q: question })}`;
}
