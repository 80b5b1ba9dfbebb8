import type { DocumentInfo, Lines, Reading } from '../../../model.ts';
import { documentLink } from '../links.ts';

export const originalLink = (documentId: string): string => `${documentLink(documentId)}/original`;

/**
 * Where in the original a text stands: on a page of a PDF, under an anchor of the web page a file was saved from.
 * Undefined where nothing is nearer than the whole file.
 */
export function originalPlaces(
  { format, places }: Reading,
  { id, sourceUrl }: DocumentInfo,
): (lines: Lines) => string | undefined {
  return ([first]) => {
    const place = places[first - 1];
    if (format === 'pdf' && place?.type === 'page') {
      return `${originalLink(id)}#page=${place.page}`;
    }
    // Only within the page that the catalogue names: a saved page says of itself what it likes.
    if (place?.type !== 'element' || place.anchor === null || sourceUrl === null) return undefined;
    return `${sourceUrl.replace(/#.*$/u, '')}#${encodeURIComponent(place.anchor)}`;
  };
}
