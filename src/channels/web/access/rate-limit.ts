import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Refusal } from '../refusal.ts';

const MINUTE_MS = 60_000;
const SIGN_IN_ATTEMPTS = 10;
const SIGN_IN_WINDOW_MS = 15 * MINUTE_MS;

const refuse: RequestHandler = () => {
  throw new Refusal(429, '请求太频繁', '请稍等一会儿再试。');
};

/** Refuses what one address asks beyond so much a minute; 0 refuses nothing. */
export const limitRequests = (perMinute: number): RequestHandler =>
  perMinute === 0
    ? (_request, _response, next) => next()
    : rateLimit({
        windowMs: MINUTE_MS,
        limit: perMinute,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        handler: refuse,
      });

/** Few wrong passwords from one address. */
export const limitSignIns = (): RequestHandler =>
  rateLimit({
    windowMs: SIGN_IN_WINDOW_MS,
    limit: SIGN_IN_ATTEMPTS,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
  });
