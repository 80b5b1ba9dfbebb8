import type { Request, RequestHandler } from 'express';
import type { Secret } from '../../../secret.ts';
import { NOBODY } from '../../nobody.ts';
import type { Page } from '../page.ts';
import { textParameter } from '../query-parameters.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site.ts';
import type { Access } from './access.ts';
import { limitSignIns } from './rate-limit.ts';
import { isSameText, isSessionOpen, sealSession, sessionKey } from './session.ts';

/** What a password opens. */
export interface Door {
  readonly cookie: string;
  /** Keeps sessions of one door from opening another. */
  readonly purpose: string;
  /** Address of the page to sign in with. */
  readonly signIn: string;
  readonly signOut: string;
  readonly remark: string;
}

const READING: Door = {
  cookie: 'youju_session',
  purpose: 'youju session',
  signIn: '/sign-in',
  signOut: '/sign-out',
  remark: '密码由维护有据的同事告知。',
};

const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

function tokenIn(request: Request, cookie: string): string {
  const cookies = (request.get('cookie') ?? '').split(';').map((each) => each.trim());
  return cookies.find((each) => each.startsWith(`${cookie}=`))?.slice(cookie.length + 1) ?? '';
}

/** A path of ours, never another site: it begins with one slash and no second, of either kind. */
function safePath(value: unknown): string {
  const path = textParameter(value) ?? '/';
  return /^\/(?![/\\])[^\\\r\n]*$/u.test(path) ? path : '/';
}

/** A password that all share who may pass a door. */
export function passwordAccess(password: Secret, now: () => Date, door = READING): Access {
  const key = sessionKey(password.reveal(), door.purpose);
  const gate: RequestHandler = (request, response, next) => {
    if (isSessionOpen(tokenIn(request, door.cookie), key, now().getTime())) next();
    else if (
      request.method === 'GET' &&
      request.accepts('html', 'json') === 'html' &&
      !isForScripts(request)
    ) {
      response.redirect(
        303,
        `${door.signIn}?${new URLSearchParams({ next: request.originalUrl })}`,
      );
    } else throw new Refusal(401, '请先登录', '请打开有据的首页，输入密码后再试。');
  };
  const showForm =
    ({ render }: Site): RequestHandler =>
    (request, response) => {
      response
        .set('Cache-Control', 'no-store')
        .send(render(signInPage(door, safePath(request.query.next))));
    };
  const signIn =
    ({ render }: Site): RequestHandler =>
    (request, response) => {
      const next = safePath(request.body?.next);
      if (!isSameText(textParameter(request.body?.password) ?? '', password.reveal())) {
        response.status(401).send(render(signInPage(door, next, '密码不对，请再试一次。')));
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
      response.cookie(door.cookie, sealSession(key, now().getTime() + SESSION_MS), options);
      response.redirect(303, next);
    };
  const signOut: RequestHandler = (_request, response) => {
    response.clearCookie(door.cookie, { path: '/' }).redirect(303, door.signIn);
  };
  return {
    gate,
    viewerOf: () => null,
    readerOf: () => NOBODY,
    // A browser brings its session along whatever page makes it ask.
    callerOf: () => undefined,
    routes: (site) => [
      { method: 'get', path: door.signIn, handle: showForm(site) },
      { method: 'post', path: door.signIn, handle: limitSignIns() },
      { method: 'post', path: door.signIn, handle: signIn(site) },
      { method: 'post', path: door.signOut, handle: signOut },
    ],
    canSignOut: true,
  };
}

/** What scripts and other programs fetch is no place for a form. */
const isForScripts = ({ path }: Request): boolean => /^\/(?:api|ask)\//u.test(path);

function signInPage({ signIn, remark }: Door, next: string, problem?: string): Page {
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
        <form class="sign-in" method="post" action={signIn}>
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
        <p>{remark}</p>
      </>
    ),
  };
}
