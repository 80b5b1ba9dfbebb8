import compression from 'compression';
import express, { type Express } from 'express';
import type { App } from '../../app.ts';
import type { WebConfig } from '../../config/web-config.ts';
import { type Access, accessOf } from './access/access.ts';
import { limitRequests } from './access/rate-limit.ts';
import { refuseForeignPosts } from './access/same-origin.ts';
import { apiRoutes } from './api/api-routes.ts';
import { askRoutes } from './asking/ask-routes.tsx';
import type { Assets } from './assets.ts';
import { compareRoutes } from './comparing/compare-routes.tsx';
import { KeptPages } from './kept-pages.ts';
import { renderPage } from './layout.tsx';
import { notFound, showProblem } from './problems.ts';
import { readingRoutes } from './reading/reading-routes.ts';
import { searchRoutes } from './searching/search-routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Route, Routes, Site, WebLog } from './site.ts';
import { startRoutes } from './starting/start-routes.ts';
import { tasksRoutes } from './tasks/tasks-routes.ts';

const PAGES: readonly Routes[] = [
  askRoutes,
  readingRoutes,
  compareRoutes,
  searchRoutes,
  tasksRoutes,
  startRoutes,
  apiRoutes,
];

const health: Routes = ({ app }) => [
  {
    method: 'get',
    path: '/healthz',
    handle: (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok', ...app.health() });
    },
  },
];

export interface WebParts {
  readonly app: App;
  readonly assets: Assets;
  readonly log: WebLog;
  readonly config: WebConfig;
  /** What links that leave the site start with; no slash at its end. */
  readonly publicUrl: string;
}

/** The pages as an express application that does not listen yet. */
export function createWebApp({ app, assets, log, config, publicUrl }: WebParts): Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', config.trustedProxies);
  const access = accessOf(config, () => new Date());
  const site = createSite({ app, assets, log, publicUrl }, access);
  const add = ({ method, path, handle }: Route): void => {
    web[method](path, handle);
  };
  web.use(setSecurityHeaders, compression());
  [...assets.routes, ...health(site)].forEach(add);
  web.use(limitRequests(config.requestsPerMinute));
  web.use(refuseForeignPosts, express.urlencoded({ extended: false, limit: '16kb' }));
  access.routes(site).forEach(add);
  web.use(access.gate);
  PAGES.flatMap((routesOf) => routesOf(site)).forEach(add);
  web.use(notFound(site), showProblem(site));
  return web;
}

function createSite(
  { app, assets, log, publicUrl }: Omit<WebParts, 'config'>,
  access: Access,
): Site {
  const kept = new KeptPages();
  const { canSignOut, viewerOf } = access;
  const render: Site['render'] = (page) => renderPage(page, { assets, canSignOut });
  return {
    app,
    log,
    publicUrl,
    viewerOf,
    render,
    sendKept: (exchange, key, page) =>
      kept.send(exchange, { generation: app.generation(), key }, () => render(page())),
  };
}
