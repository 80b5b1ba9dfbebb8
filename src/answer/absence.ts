import { liesIn } from '../language/places/names.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';
import type { Scope } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import type { Evidence } from './draft.ts';

/**
 * Says that no document is of the places named; undefined where that is not certain: while a document's place is
 * unknown, and of a place that a document's title or place holds. Of a part of a place that has documents (长沙 in
 * 湖南) only what there is is said.
 */
export function absenceOf(scope: Scope, documents: readonly DocumentInfo[]): string | undefined {
  if (documents.some(({ region }) => region === null)) return undefined;
  const absent = scope.absentRegions.filter(
    (place) => !documents.some((document) => isHeld(place, document)),
  );
  const elsewhere = absent.filter((place) => regionsAround(place, documents).length === 0);
  if (elsewhere.length > 0) return `现有文件里没有${elsewhere.join('、')}的规划或计划。`;
  const answeredBy = scope.documentIds.length > 0 ? scope.parts : [];
  const inside = absent.filter((place) => !answeredBy.includes(place));
  if (inside.length === 0) return undefined;
  const around = new Set(inside.flatMap((place) => regionsAround(place, documents)));
  return `现有文件里没有专门讲${inside.join('、')}的，只有${[...around].join('、')}的。`;
}

/** Whether it is certain that no document speaks of the place asked about: none is of it, and none names it. */
export const isOfNoDocument = ({ query: { scope }, index }: Evidence): boolean =>
  scope.documentIds.length === 0 &&
  absenceOf(scope, index.documents) !== undefined &&
  scope.absentRegions.every((place) => index.documentFrequency(flatten(shortPlace(place))) === 0);

const isHeld = (place: string, { title, shortTitle, region, aliases }: DocumentInfo): boolean =>
  [title, shortTitle, region ?? '', ...aliases].some((name) => name.includes(shortPlace(place)));

const regionsAround = (place: string, documents: readonly DocumentInfo[]): string[] =>
  documents.flatMap(({ region }) => (region !== null && liesIn(place, region) ? [region] : []));
