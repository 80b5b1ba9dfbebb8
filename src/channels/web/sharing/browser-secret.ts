import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

const COOKIE = 'youju_shares';
const SECRET = /^[\w-]{32}$/u;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** What this browser shows to revoke what it shared; undefined where it never shared anything. */
export function secretOf(request: Request): string | undefined {
  const cookies = (request.get('cookie') ?? '').split(/;\s*/u).map((each) => each.split('='));
  const value = cookies.find(([name]) => name === COOKIE)?.[1] ?? '';
  return SECRET.test(value) ? value : undefined;
}

/** The browser's secret, given to it now where it has none. */
export function giveSecret(request: Request, response: Response): string {
  const secret = secretOf(request) ?? randomBytes(24).toString('base64url');
  response.cookie(COOKIE, secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    maxAge: YEAR_MS,
    path: '/',
  });
  return secret;
}
