import compression from 'compression';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { App, Editor, Viewer } from '../../app.ts';
import type { WebConfig } from '../../config/web-config.ts';
import { Expiring } from '../expiring.ts';
import { NOBODY } from '../nobody.ts';
import { aboutRoutes } from './about/about-routes.ts';
import { type Access, accessOf } from './access/access.ts';
import { editorAccessOf } from './access/editor-access.ts';
import { limitRequests } from './access/rate-limit.ts';
import { refuseForeignPosts } from './access/same-origin.ts';
import { apiRoutes } from './api/api-routes.ts';
import { askRoutes } from './asking/ask-routes.tsx';
import type { Assets } from './assets.ts';
import { compareRoutes } from './comparing/compare-routes.tsx';
import { themeRoutes } from './comparing/theme-routes.tsx';
import { answersRoutes } from './editing/answers-routes.ts';
import { editingRoutes } from './editing/editing-routes.ts';
import { exportRoutes } from './exporting/export-routes.ts';
import { findRoutes } from './finding/find-routes.tsx';
import { historyRoutes } from './history/history-routes.tsx';
import { KeptPages } from './kept-pages.ts';
import { renderPage } from './layout.tsx';
import { oncePerGeneration } from './once-per-generation.ts';
import { presentRoutes } from './presenting/present-routes.tsx';
import { notFound, showProblem } from './problems.ts';
import { readingRoutes } from './reading/reading-routes.ts';
import { searchRoutes } from './searching/search-routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { sharingRoutes, sharingRoutesOfEditors } from './sharing/sharing-routes.tsx';
import type { Route, Routes, Site, WebLog } from './site.ts';
import { answeredExamples } from './starting/answered-questions.ts';
import { startRoutes } from './starting/start-routes.ts';
import { tasksRoutes } from './tasks/tasks-routes.ts';

/** Some minutes of a busy house; each is a few kilobytes, its retrieved passages being those of the index. */
const RECENT_ANSWERS = 300;

const PAGES: readonly Routes[] = [
  askRoutes,
  aboutRoutes,
  sharingRoutes,
  presentRoutes,
  exportRoutes,
  historyRoutes,
  readingRoutes,
  compareRoutes,
  themeRoutes,
  searchRoutes,
  findRoutes,
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

/** `reader` is undefined where the pages do not let in who asks as they are. */
export type Assistants = (request: Request, response: Response, reader: Viewer | undefined) => void;

export interface WebParts {
  readonly app: App;
  /** Left out where nobody may change documents, whatever the configuration says. */
  readonly editor?: Editor;
  /** Answers other assistants under /mcp; left out where none is served. */
  readonly assistants?: Assistants;
  readonly assets: Assets;
  readonly log: WebLog;
  readonly config: WebConfig;
  /** What links that leave the site start with; no slash at its end. */
  readonly publicUrl: string;
}

interface SiteParts extends WebParts {
  /** There are rules of who may see which documents. */
  readonly isRestricted: boolean;
}

/** The pages as an express application that does not listen yet. */
export function createWebApp(webParts: WebParts): Express {
  const { editor, config } = webParts;
  const parts = { ...webParts, isRestricted: webParts.app.seenBy(NOBODY) !== webParts.app };
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', config.trustedProxies);
  const now = (): Date => new Date();
  const access = accessOf(config, now);
  const editing = editor && editorAccessOf(config, now);
  const canEdit = editing !== undefined;
  const site = createSite(parts, access, canEdit);
  const add = ({ method, path, handle }: Route): void => {
    web[method](path, handle);
  };
  web.use(setSecurityHeaders, compression());
  [...parts.assets.routes, ...health(site)].forEach(add);
  web.use(limitRequests(config.requestsPerMinute));
  const { assistants } = parts;
  if (assistants)
    web.all('/mcp', (request, response) => assistants(request, response, access.callerOf(request)));
  web.use(refuseForeignPosts, express.urlencoded({ extended: false, limit: '16kb' }));
  access.routes(site).forEach(add);
  web.use(access.gate);
  if (editor && editing) {
    editing.routes(site).forEach(add);
    web.use('/edit', editing.gate);
    editingRoutes(site, { editor, whoIs: editing.whoIs }).forEach(add);
    sharingRoutesOfEditors(site).forEach(add);
    answersRoutes(site, editing.whoIs).forEach(add);
  }
  const pagesFor = oncePerApp((app) => pagesOf(createSite({ ...parts, app }, access, canEdit)));
  web.use((request, response, next) => {
    pagesFor(parts.app.seenBy(access.readerOf(request)))(request, response, next);
  });
  // Of what goes wrong before it is known who reads.
  web.use(showProblem(createSite({ ...parts, app: parts.app.seenBy(NOBODY) }, access, canEdit)));
  return web;
}

/** Pages over what one set of rights shows; what is kept of them is kept apart from that of others. */
function pagesOf(site: Site): RequestHandler {
  const pages = express.Router();
  for (const { method, path, handle } of PAGES.flatMap((routesOf) => routesOf(site)))
    pages[method](path, handle);
  pages.use(notFound(site), showProblem(site));
  return pages;
}

function oncePerApp(make: (app: App) => RequestHandler): (app: App) => RequestHandler {
  const known = new WeakMap<App, RequestHandler>();
  return (app) => {
    const pages = known.get(app) ?? make(app);
    known.set(app, pages);
    return pages;
  };
}

function createSite(
  { app, assets, log, publicUrl, isRestricted }: SiteParts,
  access: Access,
  canEdit: boolean,
): Site {
  const kept = new KeptPages();
  const { canSignOut, viewerOf } = access;
  const render: Site['render'] = (page) => renderPage(page, { assets, canSignOut, canEdit });
  return {
    app,
    log,
    publicUrl,
    viewerOf,
    canEdit,
    examples: oncePerGeneration(app, () => answeredExamples(app)),
    recent: new Expiring({ most: RECENT_ANSWERS, forMs: Infinity, nowMs: Date.now }),
    // Of a document that has gone nobody can say any more who might see it.
    mayShow: (documentId) => !isRestricted || app.documents().some(({ id }) => id === documentId),
    render,
    sendKept: (exchange, key, page) =>
      kept.send(exchange, { generation: app.generation(), key }, () => render(page())),
  };
}
