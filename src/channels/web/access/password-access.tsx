import type { Request, RequestHandler } from 'express';
import type { Secret } from '../../../secret.ts';
import type { Page } from '../page.ts';
import { textParameter } from '../query-parameters.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site.ts';
import type { Access } from './access.ts';
import { limitSignIns } from './rate-limit.ts';
import { isSameText, isSessionOpen, sealSession, sessionKey } from './session.ts';

const COOKIE = 'youju_session';
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

function tokenIn(request: Request): string {
  const cookies = (request.get('cookie') ?? '').split(';').map((each) => each.trim());
  return cookies.find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

/** A path of ours, never another site: it begins with one slash and no second, of either kind. */
function safePath(value: unknown): string {
  const path = textParameter(value) ?? '/';
  return /^\/(?![/\\])[^\\\r\n]*$/u.test(path) ? path : '/';
}

/** A password that all readers share. */
export function passwordAccess(password: Secret, now: () => Date): Access {
  const key = sessionKey(password.reveal());
  const gate: RequestHandler = (request, response, next) => {
    if (isSessionOpen(tokenIn(request), key, now().getTime())) next();
    else if (
      request.method === 'GET' &&
      request.accepts('html', 'json') === 'html' &&
      !isForScripts(request)
    ) {
      response.redirect(303, `/sign-in?${new URLSearchParams({ next: request.originalUrl })}`);
    } else throw new Refusal(401, '请先登录', '请打开有据的首页，输入密码后再试。');
  };
  const showForm =
    ({ render }: Site): RequestHandler =>
    (request, response) => {
      response
        .set('Cache-Control', 'no-store')
        .send(render(signInPage(safePath(request.query.next))));
    };
  const signIn =
    ({ render }: Site): RequestHandler =>
    (request, response) => {
      const next = safePath(request.body?.next);
      if (!isSameText(textParameter(request.body?.password) ?? '', password.reveal())) {
        response.status(401).send(render(signInPage(next, '密码不对，请再试一次。')));
        return;
      }
      const { secure } = request;
      const options = {
        httpOnly: true,
        sameSite: 'lax',
        secure,
        path: '/',
        maxAge: SESSION_MS,
      } as const;
      response.cookie(COOKIE, sealSession(key, now().getTime() + SESSION_MS), options);
      response.redirect(303, next);
    };
  const signOut: RequestHandler = (_request, response) => {
    response.clearCookie(COOKIE, { path: '/' }).redirect(303, '/sign-in');
  };
  return {
    gate,
    viewerOf: () => null,
    routes: (site) => [
      { method: 'get', path: '/sign-in', handle: showForm(site) },
      { method: 'post', path: '/sign-in', handle: limitSignIns() },
      { method: 'post', path: '/sign-in', handle: signIn(site) },
      { method: 'post', path: '/sign-out', handle: signOut },
    ],
    canSignOut: true,
  };
}

/** What scripts and other programs fetch is no place for a form. */
const isForScripts = ({ path }: Request): boolean => /^\/(?:api|ask)\//u.test(path);

function signInPage(next: string, problem?: string): Page {
  return {
    name: 'problem',
    title: '登录',
    content: (
      <>
        <h1>登录</h1>
        {problem !== undefined && (
          <p class="notice" role="alert">
            {problem}
          </p>
        )}
        <form class="sign-in" method="post" action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <label for="password">密码</label>
          <input
            id="password"
            name="password"
            type="password"
            required
            autocomplete="current-password"
          />
          <button type="submit">进入</button>
        </form>
        <p>密码由维护有据的同事告知。</p>
      </>
    ),
  };
}
