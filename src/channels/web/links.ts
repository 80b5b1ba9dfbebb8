import type { Citation } from '../../model.ts';
import { wordsQuery } from '../cited-url.ts';
import { documentPath, passagePath } from '../reader-path.ts';
import { anchorId } from './reading/anchors.ts';

/** Links inside the site, whatever its public address. */
export function documentLink(documentId: string): string {
  return documentPath(documentId);
}

export function passageLink(documentId: string, passageId: string): string {
  return passagePath(documentId, passageId);
}

/** To the cited words of a passage. */
export function citationLink(citation: Citation): string {
  const { documentId, passageId } = citation;
  const hash = encodeURIComponent(anchorId(passageId));
  return `${documentLink(documentId)}${wordsQuery(citation)}#${hash}`;
}

export function questionLink(question: string): string {
  return `/?${new URLSearchParams({ q: question })}`;
}
