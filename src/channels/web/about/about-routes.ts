import type { RequestHandler } from 'express';
import type { OpenDocument } from '../../../app.ts';
import { passageLink } from '../links.ts';
import { knownDocument } from '../reading/known-document.ts';
import type { Routes, Site } from '../site.ts';
import { aboutPage } from './about-page.tsx';
import { dayInChina } from './period-status.ts';

export const aboutRoutes: Routes = (site) => [
  { method: 'get', path: '/documents/:id/about', handle: showAbout(site, () => new Date()) },
];

function showAbout({ app, sendKept }: Site, now: () => Date): RequestHandler {
  return async (request, response) => {
    const { id, replaces, replacedBy } = knownDocument(app, String(request.params.id));
    const today = dayInChina(now());
    const infoOf = (other: string | undefined) => app.documents().find((info) => info.id === other);
    await sendKept({ request, response }, `about ${id} ${today}`, () => {
      const opened = app.document(id);
      const former = infoOf(replaces);
      return aboutPage({
        opened,
        format: app.reading(id).format,
        former: former && { info: former, changes: app.changes(former.id, id) },
        later: infoOf(replacedBy),
        panelLink: headingLinks(opened),
        today,
      });
    });
  };
}

/** To the passage that begins at a heading's line. */
function headingLinks({
  document: { info },
  passages,
}: OpenDocument): (line: number) => string | undefined {
  return (line) => {
    const passage =
      passages.find(({ kind, lines }) => kind === 'outline' && lines[0] === line) ??
      passages.find(({ lines }) => lines[0] >= line);
    return passage && passageLink(info.id, passage.id);
  };
}
