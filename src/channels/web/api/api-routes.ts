import express, { type Request, type RequestHandler, type Response } from 'express';
import { YoujuError } from '../../../errors.ts';
import type { InputPlace, Operation } from '../../operations/operation.ts';
import { OPERATIONS } from '../../operations/operations.ts';
import type { Route, Routes, Site } from '../site.ts';
import { apiPage } from './api-page.tsx';
import { openApi } from './openapi.ts';

export const apiRoutes: Routes = (site) => [
  ...OPERATIONS.map((operation) => routeOf(operation, site)),
  { method: 'get', path: '/api/openapi.json', handle: sendDescription() },
  { method: 'get', path: '/api', handle: showPage(site) },
];

/** Twenty earlier questions of 2,000 characters, three bytes each, and something over. */
const MAX_BODY = '160kb';
const readBody = express.json({ limit: MAX_BODY });

function routeOf(operation: Operation, { app, publicUrl }: Site): Route {
  const { method, path, input, isKept } = operation;
  const answer = async (request: Request, response: Response): Promise<void> => {
    const left = new AbortController();
    response.on('close', () => left.abort());
    try {
      const json = await operation.run(
        { app, publicUrl },
        givenIn(request, input?.place),
        left.signal,
      );
      response.set('Cache-Control', isKept ? 'private, no-cache' : 'no-store').json(json);
    } catch (error) {
      if (!left.signal.aborted) throw error;
    }
  };
  return { method, path, handle: input?.place === 'body' ? withBody(answer) : answer };
}

function givenIn(request: Request, place: InputPlace = 'query'): unknown {
  if (place === 'query') return request.query;
  if (place === 'path') return request.params;
  if (request.is('application/json')) return request.body;
  const advice = '请用 Content-Type: application/json 发送请求。';
  throw new YoujuError('INPUT_INVALID', `没有收到 JSON：${advice}`);
}

function withBody(answer: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    readBody(request, response, (error?: unknown) => {
      if (error) next(error);
      else answer(request, response).catch(next);
    });
  };
}

function sendDescription(): RequestHandler {
  const description = openApi(OPERATIONS);
  return (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(description);
  };
}

function showPage({ sendKept }: Site): RequestHandler {
  return async (request, response) => {
    await sendKept({ request, response }, '/api', () => apiPage(OPERATIONS));
  };
}
