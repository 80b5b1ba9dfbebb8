import express, { type Express } from 'express';
import type { App } from '../../app.ts';
import { askRoutes } from './asking/ask-routes.tsx';
import type { Assets } from './assets.ts';
import { compareRoutes } from './comparing/compare-routes.tsx';
import { KeptPages } from './kept-pages.ts';
import { renderPage } from './layout.tsx';
import { notFound, showProblem } from './problems.ts';
import { readingRoutes } from './reading/reading-routes.ts';
import { searchRoutes } from './searching/search-routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Routes, Site, WebLog } from './site.ts';
import { tasksRoutes } from './tasks/tasks-routes.ts';

const PAGES: readonly Routes[] = [
  askRoutes,
  readingRoutes,
  compareRoutes,
  searchRoutes,
  tasksRoutes,
];

const health: Routes = ({ app }) => [
  {
    method: 'get',
    path: '/healthz',
    handle: (_request, response) => {
      response
        .set('Cache-Control', 'no-store')
        .json({ status: 'ok', generation: app.generation() });
    },
  },
];

export interface WebParts {
  readonly app: App;
  readonly assets: Assets;
  readonly log: WebLog;
}

/** The pages as an express application that does not listen yet. */
export function createWebApp({ app, assets, log }: WebParts): Express {
  const web = express();
  const kept = new KeptPages();
  const render: Site['render'] = (page) => renderPage(page, assets);
  const site: Site = {
    app,
    log,
    render,
    sendKept: (exchange, key, page) =>
      kept.send(exchange, { generation: app.generation(), key }, () => render(page())),
  };
  web.disable('x-powered-by');
  web.use(setSecurityHeaders);
  const routes = [...assets.routes, ...[health, ...PAGES].flatMap((routesOf) => routesOf(site))];
  for (const { method, path, handle } of routes) web[method](path, handle);
  web.use(notFound(site));
  web.use(showProblem(site));
  return web;
}
