import { closest } from 'fastest-levenshtein';
import type { DocumentInfo } from '../../../model.ts';

/** The document whose id, title or other name is written most like what was asked for. */
export function nearestDocument(
  asked: string,
  documents: readonly DocumentInfo[],
): DocumentInfo | undefined {
  const namesOf = ({ id, title, shortTitle, aliases }: DocumentInfo): readonly string[] => [
    id,
    title,
    shortTitle,
    ...aliases,
  ];
  const name = closest(asked, documents.flatMap(namesOf));
  return documents.find((document) => namesOf(document).includes(name));
}
