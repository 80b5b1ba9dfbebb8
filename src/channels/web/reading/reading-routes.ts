import type { RequestHandler } from 'express';
import type { Routes, Site } from '../site.ts';
import { documentPage } from './document-page.tsx';

export const readingRoutes: Routes = (site) => [
  { method: 'get', path: '/documents/:id', handle: read(site) },
];

function read({ app, sendKept }: Site): RequestHandler {
  return async (request, response) => {
    const id = String(request.params.id);
    const { query } = request;
    const options = {
      isBeside: query.beside !== undefined,
      isCited: query.w !== undefined,
      hasChanged: query.changed !== undefined,
    };
    const key = ['document', id, ...Object.values(options)].join(' ');
    await sendKept({ request, response }, key, () => documentPage(app.document(id), options));
  };
}
