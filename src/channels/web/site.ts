import type { Request, RequestHandler, Response } from 'express';
import type { App } from '../../app.ts';
import type { Expiring } from '../expiring.ts';
import type { GivenAnswer } from './asking/given-answer.ts';
import type { Page } from './page.ts';

export interface WebLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** What every page stands on. */
export interface Site {
  readonly app: App;
  readonly log: WebLog;
  /** What links that leave the site start with; no slash at its end. */
  readonly publicUrl: string;
  /** Who asks, where people are told apart; as it is kept with what they say. */
  viewerOf(request: Request): string | null;
  /** Somebody may change documents from the pages. */
  readonly canEdit: boolean;
  /** A few questions of different kinds, all of which are answered; tried once for each index. */
  examples(): Promise<readonly string[]>;
  /** The answers given last, by id: whoever shares or exports one means the very answer that was read. */
  readonly recent: Expiring<GivenAnswer>;
  /** Whether who reads may see words of a document that were kept elsewhere than in the index. */
  mayShow(documentId: string): boolean;
  /** The whole HTML of a page. */
  render(page: Page): string;
  /**
   * Answers with a page that stays the same as long as the index does; rendered and compressed once. `key` tells
   * it from all other pages.
   */
  sendKept(exchange: Exchange, key: string, page: () => Page): Promise<void>;
}

/** An address, in express's notation, and what answers it. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: RequestHandler;
}

/** A group of addresses, as each folder of pages gives them. */
export type Routes = (site: Site) => readonly Route[];
