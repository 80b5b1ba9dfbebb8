import type { RequestHandler } from 'express';
import type { App } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { comparable } from '../../comparable.ts';
import { rangesOf } from '../searching/mark-terms.ts';
import type { Routes, Site } from '../site.ts';
import { type ThemeSide, themePage } from './theme-page.tsx';
import { readThemeQuery } from './theme-query.ts';

export const themeRoutes: Routes = (site) => [
  { method: 'get', path: '/compare/theme', handle: showTheme(site) },
];

/** As many as can be held against each other. */
const PASSAGES = 4;
const LOOKED_AT = 12;

function showTheme({ app, render }: Site): RequestHandler {
  return async (request, response) => {
    const documents = app.documents().filter(({ replacedBy }) => replacedBy === undefined);
    const query = readThemeQuery(request.query, documents);
    const { theme, shown } = query;
    const sides: ThemeSide[] = [];
    if (theme !== '') for (const document of shown) sides.push(await sideOf(app, document, theme));
    const terms = theme === '' ? [] : app.searchTerms(theme);
    response.send(render(themePage({ query, documents, sides, terms })));
  };
}

/** Only what names the theme: what is merely near it would be held against the other side in vain. */
async function sideOf(app: App, document: DocumentInfo, theme: string): Promise<ThemeSide> {
  const { id } = document;
  const hits = await app.search(theme, { documentIds: [id], limit: LOOKED_AT });
  const terms = app.searchTerms(theme);
  const says = (text: string): boolean => rangesOf(text, terms).length > 0;
  const { indicators } = app.document(id);
  return {
    document,
    passages: hits
      .map(({ passage }) => passage)
      .filter(({ kind, quotable }) => kind === 'text' && says(quotable))
      .slice(0, PASSAGES),
    indicators: indicators.filter(({ name }) => comparable(name).includes(comparable(theme))),
  };
}
