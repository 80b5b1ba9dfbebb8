import { readFileSync } from 'node:fs';
import express, { type Express, type RequestHandler } from 'express';
import type { App } from '../../app.ts';
import { YoujuError } from '../../errors.ts';
import { renderPage } from './layout.tsx';
import { AskPage } from './pages/ask-page.tsx';
import { DocumentPage } from './pages/document-page.tsx';
import { notFound, showProblem, type WebLog } from './problems.tsx';
import { setSecurityHeaders } from './security-headers.ts';

const ASSETS = [
  { name: 'style.css', type: 'text/css; charset=utf-8' },
  { name: 'icon.svg', type: 'image/svg+xml' },
] as const;

/** A parameter given twice counts once; an empty one of a form is a choice not made. */
function textParameter(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

function askHandler(app: App): RequestHandler {
  return async ({ query }, response) => {
    const question = textParameter(query.q);
    const documentId = textParameter(query.document) || undefined;
    const documents = app.documents();
    if (documentId !== undefined && !documents.some(({ id }) => id === documentId)) {
      throw new YoujuError('DOCUMENT_UNKNOWN', `没有编号为 ${documentId} 的文件。`);
    }
    const scope = documentId === undefined ? {} : { documentIds: [documentId] };
    const answer = question === undefined ? undefined : await app.ask(question, scope);
    const page = <AskPage documents={documents} documentId={documentId} answer={answer} />;
    response.status(answer?.outcome === 'rejected' ? 400 : 200).send(renderPage(page));
  };
}

/** The pages as an express application that does not listen yet. */
export function createWebApp(app: App, log: WebLog): Express {
  const web = express();
  web.disable('x-powered-by');
  web.use(setSecurityHeaders);
  web.get('/', askHandler(app));
  web.get('/documents/:id', ({ params }, response) => {
    const page = <DocumentPage opened={app.document(params.id)} />;
    response.send(renderPage(page));
  });
  for (const { name, type } of ASSETS) {
    const content = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    web.get(`/assets/${name}`, (_request, response) => {
      response.set('Cache-Control', 'no-cache').type(type).send(content);
    });
  }
  web.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok', ...app.health() });
  });
  web.use(notFound(app));
  web.use(showProblem(app, log));
  return web;
}
