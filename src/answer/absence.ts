import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';
import type { Scope } from '../understand/query.ts';

/**
 * Says that no document is of the places named; undefined where that is not certain: while a document's place is
 * unknown, and of a place that a document's title or place holds.
 */
export function absenceOf(scope: Scope, documents: readonly DocumentInfo[]): string | undefined {
  if (documents.some(({ region }) => region === null)) return undefined;
  const absent = scope.absentRegions.filter(
    (place) => !documents.some((document) => isHeld(place, document)),
  );
  return absent.length > 0 ? `现有文件里没有${absent.join('、')}的规划或计划。` : undefined;
}

const isHeld = (place: string, { title, shortTitle, region, aliases }: DocumentInfo): boolean =>
  [title, shortTitle, region ?? '', ...aliases].some((name) => name.includes(shortPlace(place)));
