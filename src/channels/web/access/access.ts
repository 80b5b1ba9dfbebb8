import type { Request, RequestHandler } from 'express';
import type { Viewer } from '../../../app.ts';
import type { WebConfig } from '../../../config/web-config.ts';
import { NOBODY } from '../../nobody.ts';
import { Refusal } from '../refusal.ts';
import type { Routes } from '../site.ts';
import { believedHeader, groupsIn, inUtf8 } from './believed-header.ts';
import { passwordAccess } from './password-access.tsx';

/** Who may read the pages. */
export interface Access {
  /** Lets those pass who may, and turns the others away or shows them where to sign in. */
  readonly gate: RequestHandler;
  /** Id of the person for what is kept of them, e.g. web:wang; null where nobody is told apart. */
  viewerOf(request: Request): string | null;
  /** Who reads, as access rules name them. */
  readerOf(request: Request): Viewer;
  /** Who asks by another program; undefined where the pages would have them sign in first. */
  callerOf(request: Request): Viewer | undefined;
  /** Pages to sign in with; they stand before the gate. */
  readonly routes: Routes;
  readonly canSignOut: boolean;
}

const OPEN: Access = {
  gate: (_request, _response, next) => next(),
  viewerOf: () => null,
  readerOf: () => NOBODY,
  callerOf: () => NOBODY,
  routes: () => [],
  canSignOut: false,
};

/** A header says who asks, where one that may say so is the one who asks us. */
function proxyAccess(header: string, groupsHeader: string | null): Access {
  const nameIn = (request: Request): string | undefined => believedHeader(request, header);
  const readerOf = (request: Request): Viewer => ({
    person: inUtf8(nameIn(request) ?? '') || null,
    groups: groupsHeader === null ? [] : groupsIn(request, groupsHeader),
    channel: null,
  });
  return {
    ...OPEN,
    gate: (request, _response, next) => {
      if (nameIn(request) === undefined)
        throw new Refusal(401, '请先登录', '请从单位的统一登录入口打开有据。');
      next();
    },
    viewerOf: (request) => {
      const name = nameIn(request);
      return name === undefined ? null : `web:${name}`;
    },
    readerOf,
    callerOf: (request) => (nameIn(request) === undefined ? undefined : readerOf(request)),
  };
}

export function accessOf(
  { authHeader, groupsHeader, password }: WebConfig,
  now: () => Date,
): Access {
  if (authHeader !== null) return proxyAccess(authHeader, groupsHeader);
  return password === null ? OPEN : passwordAccess(password, now);
}
