import type { RequestHandler } from 'express';
import { YoujuError } from '../../../errors.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { askPage } from './ask-page.tsx';

export const askRoutes: Routes = (site) => [{ method: 'get', path: '/', handle: ask(site) }];

function ask({ app, render }: Site): RequestHandler {
  return async ({ query }, response) => {
    const question = textParameter(query.q);
    const documentId = textParameter(query.document) || undefined;
    const documents = app.documents();
    if (documentId !== undefined && !documents.some(({ id }) => id === documentId)) {
      throw new YoujuError('DOCUMENT_UNKNOWN', `没有编号为 ${documentId} 的文件。`);
    }
    const scope = documentId === undefined ? {} : { documentIds: [documentId] };
    const answer = question === undefined ? undefined : await app.ask(question, scope);
    response
      .status(answer?.outcome === 'rejected' ? 400 : 200)
      .send(render(askPage({ documents, documentId, answer })));
  };
}
