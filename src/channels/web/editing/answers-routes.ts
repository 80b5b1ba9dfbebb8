import type { Request, RequestHandler } from 'express';
import type { EditorWriting } from '../../../app.ts';
import { YoujuError } from '../../../errors.ts';
import { textParameter } from '../query-parameters.ts';
import type { Route, Site } from '../site.ts';
import { answersPage } from './answers-page.tsx';
import { ANSWERS } from './edit-links.ts';

type WhoIs = (request: Request) => string;

const REPORT_DAYS = 30;

/** Pages for editors: what was not found, and their own answers to it. */
export const answersRoutes = (site: Site, whoIs: WhoIs): readonly Route[] => [
  { method: 'get', path: ANSWERS, handle: show(site) },
  { method: 'post', path: ANSWERS, handle: save(site, whoIs) },
  { method: 'post', path: `${ANSWERS}/:id/remove`, handle: remove(site, whoIs) },
];

function pageOf({ app, render }: Site, writing: EditorWriting, problem?: string): string {
  return render(
    answersPage({
      report: app.report(REPORT_DAYS),
      documents: app.documents(),
      approved: app.approved.list(),
      writing,
      ...(problem !== undefined && { problem }),
    }),
  );
}

function show(site: Site): RequestHandler {
  return (request, response) => {
    const question = textParameter(request.query.q);
    const questions = question === undefined ? [] : [question];
    response
      .set('Cache-Control', 'no-store')
      .send(pageOf(site, { questions, text: '', sources: [] }));
  };
}

function writingIn(request: Request): EditorWriting {
  const field = (name: string): string => textParameter(request.body?.[name]) ?? '';
  const lines = (name: string): string[] => field(name).split(/\r?\n/u);
  return { questions: lines('questions'), text: field('text'), sources: lines('sources') };
}

function save(site: Site, whoIs: WhoIs): RequestHandler {
  return (request, response) => {
    const writing = writingIn(request);
    try {
      site.app.approve(writing, whoIs(request));
    } catch (error) {
      if (!(error instanceof YoujuError && error.code === 'INPUT_INVALID')) throw error;
      response
        .status(400)
        .set('Cache-Control', 'no-store')
        .send(pageOf(site, writing, error.message));
      return;
    }
    response.redirect(303, `${ANSWERS}#approved`);
  };
}

function remove({ app }: Site, whoIs: WhoIs): RequestHandler {
  return (request, response) => {
    app.approved.remove(String(request.params.id), whoIs(request));
    response.redirect(303, `${ANSWERS}#approved`);
  };
}
