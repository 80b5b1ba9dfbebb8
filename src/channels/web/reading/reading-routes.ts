import type { Request, RequestHandler, Response } from 'express';
import type { App, Change, OpenDocument } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { contentsOf, nameOf } from '../../contents.ts';
import { documentLink, passageLink } from '../links.ts';
import { type Near, NotHere } from '../not-here.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { changesPage } from './changes-page.tsx';
import { type DocumentParts, documentPage } from './document-page.tsx';
import { knownDocument, MAX_ID_CHARS } from './known-document.ts';
import { nearestHeadings } from './nearest-headings.ts';
import { nearestPassages } from './nearest-passages.ts';
import { pageStarts } from './reading-order.ts';
import { sendOriginal } from './send-original.ts';

export const readingRoutes: Routes = (site) => [
  {
    method: 'get',
    path: '/documents',
    handle: (_request, response) => response.redirect('/start#documents'),
  },
  { method: 'get', path: '/documents/:id', handle: read(site) },
  {
    method: 'get',
    path: '/documents/:id/original',
    handle: sendOriginal(
      site.app,
      (request) => knownDocument(site.app, parameter(request, 'id')).id,
    ),
  },
  { method: 'get', path: '/documents/:id/changes', handle: showChanges(site) },
  { method: 'get', path: '/documents/:id/p/:passageId', handle: findPassage(site) },
  { method: 'get', path: '/documents/:id/s/:headingId', handle: findHeading(site) },
  { method: 'get', path: '/documents/:id/pages/:page', handle: findPage(site) },
];

const parameter = (request: Request, name: string): string => String(request.params[name]);

/** Links to citations say which passage they mean: one that has gone is looked for before the page is sent. */
function read({ app, sendKept }: Site): RequestHandler {
  return async (request, response) => {
    const { query } = request;
    const asked = parameter(request, 'id');
    const [cited = ''] = textParameter(query.w)?.split('.') ?? [];
    if (cited !== '' && app.whereabouts(cited)?.passageId !== cited) {
      const beside = 'beside' in query ? '?beside' : '';
      response.redirect(`${documentLink(asked)}/p/${encodeURIComponent(cited)}${beside}`);
      return;
    }
    if (isSentOn(app, asked, 'beside' in query ? '?moved&beside' : '?moved', response)) return;
    const { id } = knownDocument(app, asked);
    const options = {
      isBeside: 'beside' in query,
      hasChanged: 'changed' in query,
      hasMoved: 'moved' in query,
    };
    const key = ['document', id, ...Object.values(options)].join(' ');
    await sendKept({ request, response }, key, () => documentPage(partsOf(app, id), options));
  };
}

/** A document that another has taken the place of leads there; browsers take along which place of it was meant. */
function isSentOn(app: App, asked: string, options: string, response: Response): boolean {
  if (app.documents().some(({ id }) => id === asked)) return false;
  const successor = app.successor(asked);
  if (successor === undefined) return false;
  response.redirect(documentLink(successor) + options);
  return true;
}

function partsOf(app: App, id: string): DocumentParts {
  const opened = app.document(id);
  const { replaces, replacedBy } = opened.document.info;
  const infoOf = (other: string | undefined) => app.documents().find((info) => info.id === other);
  const reading = app.reading(id);
  const background = {
    former: infoOf(replaces),
    later: infoOf(replacedBy),
    refusal: app.refusals().find(({ keptAs }) => keptAs === id),
    warnings: reading.warnings,
  };
  return { opened, reading, background };
}

/** Against the edition before it, or against another document that the address names. */
function showChanges({ app, sendKept }: Site): RequestHandler {
  return async (request, response) => {
    const info = knownDocument(app, parameter(request, 'id'));
    const against = textParameter(request.query.from) ?? info.replaces;
    if (against === undefined) {
      throw new NotHere('没有旧版可比', '这里没有这份文件的旧版。', [
        { label: info.title, address: documentLink(info.id) },
      ]);
    }
    const before = knownDocument(app, against);
    const key = ['changes', before.id, info.id].join(' ');
    await sendKept({ request, response }, key, () =>
      changesPage({
        before: { title: before.title, address: documentLink(before.id) },
        after: { title: info.title, address: documentLink(info.id) },
        changes: app.changes(before.id, info.id),
        linkOf: linksInto(app.document(info.id)),
      }),
    );
  };
}

/** To the passage that now stands where something changed. */
function linksInto({ document, passages }: OpenDocument): (change: Change) => string | undefined {
  return ({ linesAfter }) => {
    const line = linesAfter?.[0];
    if (line === undefined) return undefined;
    const passage = passages.find(
      ({ lines, kind }) => kind !== 'outline' && lines[0] <= line && line <= lines[1],
    );
    return passage && passageLink(document.info.id, passage.id);
  };
}

/** Goes on to the passage, or to what has taken its place since the link was made. */
function findPassage({ app }: Site): RequestHandler {
  return (request, response) => {
    const asked = parameter(request, 'passageId');
    const found = app.whereabouts(asked);
    if (found === undefined)
      throw noPassage(app, knownDocument(app, parameter(request, 'id')), asked);
    const { documentId, passageId, isSame } = found;
    const options = [
      ...('beside' in request.query ? ['beside'] : []),
      ...(isSame ? [] : ['changed']),
    ];
    const [address, hash] = passageLink(documentId, passageId).split('#');
    response.redirect(`${address}${options.length > 0 ? `?${options.join('&')}` : ''}#${hash}`);
  };
}

/** As much of a passage as tells it from others. */
const MAX_START_CHARS = 40;

function noPassage(app: App, { id, title }: DocumentInfo, asked: string): NotHere {
  const nearest = nearestPassages(asked.slice(0, MAX_ID_CHARS), app.document(id).passages);
  const explanation = '这里的文件没有这一段，也没有关于它的记录：链接可能不完整。';
  const hint = '下面先列出编号最像的几段，请核对是不是要找的。';
  return new NotHere('没有这一段', explanation + (nearest.length > 0 ? hint : ''), [
    ...nearest.map((passage) => ({
      label: startOf(passage.quotable),
      address: passageLink(id, passage.id),
    })),
    { label: title, address: documentLink(id) },
    { label: '检索原文', address: `/search?document=${encodeURIComponent(id)}` },
  ]);
}

function startOf(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  const start = characters.slice(0, MAX_START_CHARS).join('');
  return characters.length > MAX_START_CHARS ? `${start}……` : start;
}

/** Says of a heading that no longer stands there what is nearest to it. */
function findHeading({ app }: Site): RequestHandler {
  return (request) => {
    const { id, title } = knownDocument(app, parameter(request, 'id'));
    const address = documentLink(id);
    const near = nearestHeadings(
      `s-${parameter(request, 'headingId')}`,
      contentsOf(app.document(id).document),
    );
    throw new NotHere(
      '没有这个标题',
      '链接所指的标题在现在的文本里已经改动，或者链接不完整。引用前请核对。',
      [
        ...near.map((entry) => ({ label: nameOf(entry), address: `${address}#${entry.id}` })),
        { label: title, address },
      ],
    );
  };
}

/** Goes on to where a page of the printed document begins. */
function findPage({ app }: Site): RequestHandler {
  return (request, response) => {
    const { id, title } = knownDocument(app, parameter(request, 'id'));
    const address = documentLink(id);
    const pages = [...pageStarts(app.document(id).document).values()]
      .flat()
      .map(({ page }) => page);
    const asked = Number(parameter(request, 'page'));
    if (pages.includes(asked)) {
      response.redirect(`${address}#page-${asked}`);
      return;
    }
    const near = (page: number): Near => ({
      label: `${title}第${page}页`,
      address: `${address}#page-${page}`,
    });
    const nearest = pages.toSorted((a, b) => Math.abs(a - asked) - Math.abs(b - asked))[0];
    const explanation =
      nearest === undefined
        ? '这份文件的文本里没有页码。'
        : `这份文件的文本里有第${Math.min(...pages)}页到第${Math.max(...pages)}页。`;
    throw new NotHere('没有这一页', explanation, [
      ...(nearest === undefined ? [] : [near(nearest)]),
      { label: title, address },
    ]);
  };
}
