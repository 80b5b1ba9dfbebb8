import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { App, SharedAnswer } from '../../../app.ts';
import type { Answer } from '../../../model.ts';
import type { Asked } from '../asking/asked.ts';
import { givenAnswer } from '../asking/given-answer.ts';
import { toAnswered } from '../asking/to-answered.ts';
import { NotHere } from '../not-here.ts';
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

function share(site: Site): RequestHandler {
  return async (request, response) => {
    const { asked, answer } = await givenAnswer(site, request);
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

/** The same words for what is not there and for what this reader may not see. */
function sharedWith({ app, mayShow }: Site, id: string): SharedAnswer {
  const shared = app.shared.find(id);
  if (shared && documentsIn(shared).every(mayShow)) return shared;
  throw new NotHere(
    '没有这个分享',
    '分享的答案已过期、已撤回，或者链接不完整；也可能所引的文件不在您可以查看的范围里。可以请对方再分享一次，或自己提问。',
    [],
  );
}

const documentsIn = ({ answer: { citations, nearest = [] } }: SharedAnswer): readonly string[] =>
  [...citations, ...nearest].map(({ documentId }) => documentId);

function show(site: Site): RequestHandler {
  const { app, publicUrl, render, canEdit } = site;
  return (request, response) => {
    const id = idOf(request);
    const shared = sharedWith(site, id);
    const asked: Asked = {
      question: shared.answer.question,
      documentId: undefined,
      turns: shared.turns,
    };
    const answer: Answer = {
      ...shared.answer,
      passages: [],
      timings: { retrieveMs: 0, totalMs: 0 },
    };
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
