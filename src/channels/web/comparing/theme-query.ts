import type { DocumentInfo } from '../../../model.ts';
import { textParameter, textParameters } from '../query-parameters.ts';

/** What plans commonly differ on. */
export const THEMES = [
  '教育',
  '养老',
  '医疗',
  '就业',
  '产业',
  '创新',
  '乡村振兴',
  '生态环境',
] as const;

/** A theme, and the documents to be set side by side on it. */
export interface ThemeQuery {
  readonly theme: string;
  readonly shown: readonly DocumentInfo[];
}

const SIDES = 2;
const MOST = 4;
const MAX_THEME_CHARS = 40;

/** Two documents of different places where none are chosen. */
export function readThemeQuery(
  query: Readonly<Record<string, unknown>>,
  documents: readonly DocumentInfo[],
): ThemeQuery {
  const ids = textParameters(query.document);
  const chosen = documents.filter(({ id }) => ids.includes(id)).slice(0, MOST);
  // A plan is held against a plan.
  const alike = documents.filter(({ kind }) => kind === documents[0]?.kind);
  const ofOtherPlaces = (alike.length < SIDES ? documents : alike).filter(
    ({ region }, at, among) => among.findIndex((other) => other.region === region) === at,
  );
  return {
    theme: (textParameter(query.theme) ?? '').trim().slice(0, MAX_THEME_CHARS),
    shown: chosen.length > 1 ? chosen : ofOtherPlaces.slice(0, SIDES),
  };
}
