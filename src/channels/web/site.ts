import type { RequestHandler } from 'express';
import type { App } from '../../app.ts';
import type { Page } from './page.ts';

export interface WebLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What every page stands on. */
export interface Site {
  readonly app: App;
  readonly log: WebLog;
  /** The whole HTML of a page. */
  render(page: Page): string;
}

/** An address, in express's notation, and what answers it. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: RequestHandler;
}

/** A group of addresses, as each folder of pages gives them. */
export type Routes = (site: Site) => readonly Route[];
