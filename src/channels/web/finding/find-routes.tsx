import type { RequestHandler } from 'express';
import { renderToString } from 'preact-render-to-string';
import { MAX_QUESTION_CHARS } from '../../question-limit.ts';
import { oncePerGeneration } from '../once-per-generation.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { createFinder } from './find-everywhere.ts';
import { findPage } from './find-page.tsx';
import { FoundView } from './found-view.tsx';

export const findRoutes: Routes = (site) => [{ method: 'get', path: '/find', handle: find(site) }];

/** The page; with `part` only what was found, for the box that lies over other pages. */
function find({ app, render }: Site): RequestHandler {
  const finder = oncePerGeneration(app, async () => createFinder(app));
  return async ({ query }, response) => {
    const text = (textParameter(query.q) ?? '').trim().slice(0, MAX_QUESTION_CHARS);
    const found = await (await finder())(text);
    const documents = app.documents();
    response.set('Cache-Control', 'no-store');
    if ('part' in query)
      response.type('html').send(renderToString(<FoundView found={found} documents={documents} />));
    else response.send(render(findPage({ found, documents })));
  };
}
