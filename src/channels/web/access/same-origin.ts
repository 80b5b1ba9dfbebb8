import type { Request, RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

function isFromOurPages(request: Request): boolean {
  // Browsers send it where they trust the connection; it cannot be made up by a page.
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  // Every browser names the origin of what it posts: without one, another program asks of its own accord.
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** Whatever changes something must come from our own pages, not from a form on somebody else's. */
export const refuseForeignPosts: RequestHandler = (request, _response, next) => {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading || isFromOurPages(request)) next();
  else throw new Refusal(403, '不能从这里提交', '请回到有据的页面再提交。');
};
