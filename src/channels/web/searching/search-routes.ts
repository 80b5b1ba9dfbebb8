import type { RequestHandler } from 'express';
import type { App } from '../../../app.ts';
import { MAX_QUESTION_CHARS, tooLong } from '../../question-limit.ts';
import type { Routes, Site } from '../site.ts';
import { chapterOf } from './search-filters.ts';
import { searchPage } from './search-page.tsx';
import { readSearchQuery, type SearchQuery } from './search-query.ts';

export const searchRoutes: Routes = (site) => [
  { method: 'get', path: '/search', handle: showSearch(site) },
];

/** All there are, of some dozens of plans; of more than these the page says that they are the best ones. */
const MAX_HITS = 2000;

function showSearch({ app, render }: Site): RequestHandler {
  return async ({ query: parameters }, response) => {
    const query = withOwnChapter(readSearchQuery(parameters), app);
    const { text, documentId } = query;
    const documents = app.documents();
    if (text.length > MAX_QUESTION_CHARS) {
      const page = searchPage({ query, documents, hits: [], terms: [], refusal: tooLong(text) });
      response.status(400).send(render(page));
      return;
    }
    const scope = documentId === '' ? {} : { documentIds: [documentId] };
    const hits = text === '' ? [] : await app.search(text, { ...scope, limit: MAX_HITS });
    const terms = text === '' ? [] : app.searchTerms(text);
    const isCut = hits.length >= MAX_HITS;
    response.send(render(searchPage({ query, documents, hits, isCut, terms })));
  };
}

/** Who chooses another document does not mean a chapter of the one before. */
function withOwnChapter(query: SearchQuery, app: App): SearchQuery {
  const { documentId, chapter } = query;
  if (documentId === '' || chapter === '') return query;
  const isOwn = app.document(documentId).passages.some((each) => chapterOf(each) === chapter);
  return isOwn ? query : { ...query, chapter: '' };
}
