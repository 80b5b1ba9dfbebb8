import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { App, SharedAnswer } from '../../../app.ts';
import type { Answer } from '../../../model.ts';
import { toAnswered } from '../asking/to-answered.ts';
import { type Asked, askOptions, readAsked } from '../asking/asked.ts';
import type { GivenAnswer } from '../asking/recent-answers.ts';
import { NotHere } from '../not-here.ts';
import { textParameter } from '../query-parameters.ts';
import { Refusal } from '../refusal.ts';
import type { Routes, Site } from '../site.ts';
import { giveSecret, secretOf } from './browser-secret.ts';
import { sharedPage } from './shared-page.tsx';

export const sharingRoutes: Routes = (site) => [
  { method: 'post', path: '/share', handle: share(site) },
  { method: 'get', path: '/s/:id', handle: show(site) },
  { method: 'post', path: '/s/:id/revoke', handle: revoke(site) },
];

/** Behind the door of editors: they may take back what anybody shared. */
export const sharingRoutesOfEditors: Routes = ({ app }) => [
  {
    method: 'post',
    path: '/edit/shared/:id/revoke',
    handle: (request, response) => {
      app.shared.revoke(idOf(request));
      response.redirect(303, `/s/${idOf(request)}`);
    },
  },
];

const idOf = (request: Request): string => encodeURIComponent(String(request.params.id));

/** The answer that was read, where it is still known; else the one that the same question has now. */
async function given(site: Site, body: Readonly<Record<string, unknown>>): Promise<GivenAnswer> {
  const known = site.recent.find(textParameter(body.answer) ?? '');
  if (known) return known;
  const asked = readAsked(body);
  if (asked === undefined) throw new Refusal(400, '没有可以分享的答案', '请回到答案再按分享。');
  return { asked, answer: await site.app.ask(asked.question, askOptions(asked)) };
}

function share(site: Site): RequestHandler {
  return async (request, response) => {
    const body: unknown = request.body;
    const fields = typeof body === 'object' && body !== null ? { ...body } : {};
    const { asked, answer } = await given(site, fields);
    const { passages: _passages, timings: _timings, wording: _wording, ...kept } = answer;
    const cited = new Set(answer.citations.map(({ documentId }) => documentId));
    const editions = site.app
      .documents()
      .filter(({ id }) => cited.has(id))
      .map(({ id, title, issuedOn }) => ({ documentId: id, title, issuedOn }));
    const id = site.app.shared.share(
      { answer: kept, turns: asked.turns, editions },
      giveSecret(request, response),
    );
    response.redirect(303, `/s/${id}`);
  };
}

function sharedBy(app: App, id: string): SharedAnswer {
  const shared = app.shared.find(id);
  if (shared) return shared;
  throw new NotHere('没有这个分享', '分享的答案已过期、已撤回，或者链接不完整。可以请对方再分享一次。', [
    { label: '自己提问', address: '/' },
  ]);
}

function show({ app, publicUrl, render, canEdit }: Site): RequestHandler {
  return (request, response) => {
    const id = idOf(request);
    const shared = sharedBy(app, id);
    const asked: Asked = { question: shared.answer.question, documentId: undefined, turns: shared.turns };
    const answer: Answer = { ...shared.answer, passages: [], timings: { retrieveMs: 0, totalMs: 0 } };
    const secret = secretOf(request);
    const page = sharedPage({
      shared,
      answered: toAnswered(app, asked, answer, randomUUID()),
      address: `${publicUrl}/s/${id}`,
      isOwner: secret !== undefined && app.shared.isOwner(id, secret),
      canEdit,
      revokeLink: `/s/${id}/revoke`,
      editorRevokeLink: `/edit/shared/${id}/revoke`,
      changed: changedSince(app, shared),
    });
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }).send(render(page));
  };
}

/** What of the words cited no longer stands as it did. */
function changedSince(app: App, { answer }: SharedAnswer): readonly string[] {
  const lines = answer.citations.flatMap(({ n, passageId, documentId }) => {
    if (app.documents().every(({ id }) => id !== documentId)) return [`第 ${n} 处所在的文件已撤下`];
    const now = app.whereabouts(passageId);
    if (now?.isSame) return [];
    return [now === undefined ? `第 ${n} 处已不在现行文本里` : `第 ${n} 处已经改动`];
  });
  return [...new Set(lines)];
}

function revoke({ app }: Site): RequestHandler {
  return (request, response) => {
    const id = idOf(request);
    const secret = secretOf(request);
    if (secret === undefined || !app.shared.isOwner(id, secret))
      throw new Refusal(403, '不能撤回', '只有分享它的浏览器，或者编辑，可以撤回这个答案。');
    app.shared.revoke(id);
    response.redirect(303, `/s/${id}`);
  };
}
