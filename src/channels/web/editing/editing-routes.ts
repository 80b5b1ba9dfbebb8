import type { Request, RequestHandler } from 'express';
import type { App, Editor, StagedFile } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { documentLink } from '../links.ts';
import { NotHere } from '../not-here.ts';
import { textParameter } from '../query-parameters.ts';
import { changesPage } from '../reading/changes-page.tsx';
import type { Route, Site } from '../site.ts';
import { readCorrections } from './corrections-form.ts';
import { EDIT } from './edit-links.ts';
import { editPage } from './edit-page.tsx';
import { filePage } from './file-page.tsx';
import { receiveUpload } from './receive-upload.ts';
import type { ReplacedView, StagedView } from './staged-card.tsx';

export interface Editing {
  readonly editor: Editor;
  /** As it is written down with what they do. */
  whoIs(request: Request): string;
}

/** Pages for those who may change which documents there are; the gate stands before them. */
export const editingRoutes = (site: Site, editing: Editing): readonly Route[] => [
  { method: 'get', path: EDIT, handle: showAll(site, editing) },
  { method: 'post', path: `${EDIT}/upload`, handle: upload(editing) },
  { method: 'get', path: `${EDIT}/staged/:token/changes`, handle: showChanges(site, editing) },
  { method: 'post', path: `${EDIT}/staged/:token/add`, handle: add(site, editing) },
  { method: 'post', path: `${EDIT}/staged/:token/discard`, handle: discard(editing) },
  { method: 'get', path: `${EDIT}/files/:file`, handle: showFile(site, editing) },
  { method: 'post', path: `${EDIT}/files/:file/correct`, handle: correct(site, editing) },
  { method: 'post', path: `${EDIT}/files/:file/remove`, handle: remove(site, editing) },
];

const parameter = (request: Request, name: string): string => String(request.params[name]);

const infoOf = (app: App, file: string): DocumentInfo | undefined =>
  app.documents().find((info) => info.file === file);

const ABSENT = 'FILE_UNREADABLE';

/** The file that a staged one would take the place of: the one it was handed in for, or one of its name. */
async function replacedBy(
  app: App,
  editor: Editor,
  { file, replaces }: StagedFile,
): Promise<ReplacedView | undefined> {
  const seen = await editor.see(replaces ?? file);
  if (replaces === null && seen.digest === ABSENT) return undefined;
  return { file: seen.file, seen: sealSeen(seen), title: infoOf(app, seen.file)?.title };
}

type Seen = Awaited<ReturnType<Editor['see']>>;

const sealSeen = ({ digest, entry }: Seen): string => `${digest}.${entry}`;

function seenIn(request: Request, file: string): Seen {
  const [digest = '', entry = ''] = (textParameter(request.body?.seen) ?? '').split('.');
  return { file, digest, entry };
}

function showAll({ app, render }: Site, { editor }: Editing): RequestHandler {
  return async (_request, response) => {
    const views: StagedView[] = [];
    for (const staged of await editor.staging.list()) {
      views.push({ staged, replaced: await replacedBy(app, editor, staged) });
    }
    const page = editPage({
      documents: app.documents(),
      refusals: app.refusals(),
      staged: views,
      ingest: editor.ingestState(),
    });
    response.set('Cache-Control', 'no-store').send(render(page));
  };
}

function upload({ editor }: Editing): RequestHandler {
  return async (request, response) => {
    const taken: string[] = [];
    try {
      await receiveUpload(request, async (name, content, fields) => {
        const replaces = fields.get('replaces') ?? null;
        taken.push((await editor.staging.receive({ name, content, replaces })).token);
      });
    } catch (error) {
      // Half an upload is none: whoever sends it again should not find files twice.
      for (const token of taken) await editor.staging.discard(token);
      throw error;
    }
    response.redirect(303, `${EDIT}#staged`);
  };
}

async function stagedIn(request: Request, { staging }: Editor): Promise<StagedFile> {
  const staged = await staging.get(parameter(request, 'token'));
  if (staged !== undefined) return staged;
  throw new NotHere('没有这个文件', '它可能已经加入或放弃，也可能放了一天以上。', [
    { label: '加入文件', address: EDIT },
  ]);
}

function showChanges({ app, render }: Site, { editor }: Editing): RequestHandler {
  return async (request, response) => {
    const staged = await stagedIn(request, editor);
    const info = infoOf(app, staged.replaces ?? staged.file);
    if (info === undefined || !staged.reading.ok) {
      const nearest = [{ label: '加入文件', address: EDIT }];
      throw new NotHere('没有可比的文件', '它不代替任何现有的文件，或者读不了。', nearest);
    }
    const page = changesPage({
      before: { title: info.title, address: documentLink(info.id) },
      after: { title: `${staged.reading.info.title}（待确认的 ${staged.file}）` },
      changes: await editor.changesOf(staged, app.document(info.id).document),
    });
    response.set('Cache-Control', 'no-store').send(render(page));
  };
}

function add({ app }: Site, { editor, whoIs }: Editing): RequestHandler {
  return async (request, response) => {
    const staged = await stagedIn(request, editor);
    const { reading } = staged;
    if (!reading.ok) throw new NotHere('没有加入', reading.error.message, []);
    const file = textParameter(request.body?.replaces);
    await editor.add(whoIs(request), staged, {
      corrections: readCorrections(request.body, { ...reading.info, sourceUrl: null }),
      ...(file !== undefined && {
        replaced: { ...seenIn(request, file), id: infoOf(app, file)?.id },
      }),
    });
    response.redirect(303, EDIT);
  };
}

function discard({ editor }: Editing): RequestHandler {
  return async (request, response) => {
    await editor.staging.discard(parameter(request, 'token'));
    response.redirect(303, EDIT);
  };
}

async function knownFile({ app }: Site, { editor }: Editing, request: Request): Promise<Seen> {
  const file = parameter(request, 'file');
  const isKnown = infoOf(app, file) ?? app.refusals().find((refusal) => refusal.file === file);
  if (isKnown !== undefined) return editor.see(file);
  throw new NotHere('没有这个文件', '它可能已被移出，或改了名。', [
    { label: '加入文件', address: EDIT },
  ]);
}

function showFile(site: Site, editing: Editing): RequestHandler {
  return async (request, response) => {
    const { app, render } = site;
    const seen = await knownFile(site, editing, request);
    const info = infoOf(app, seen.file);
    const page = filePage({
      file: seen.file,
      seen: sealSeen(seen),
      info,
      passages: info === undefined ? 0 : app.document(info.id).passages.length,
      refusal: app.refusals().find(({ file }) => file === seen.file),
    });
    response.set('Cache-Control', 'no-store').send(render(page));
  };
}

function correct(site: Site, editing: Editing): RequestHandler {
  return async (request, response) => {
    const { file } = await knownFile(site, editing, request);
    const info = infoOf(site.app, file);
    if (info === undefined) throw new NotHere('没有更正', '这个文件还没有读出内容。', []);
    const corrections = readCorrections(request.body, info);
    if (Object.keys(corrections).length > 0) {
      const { editor, whoIs } = editing;
      await editor.correct(whoIs(request), seenIn(request, file), corrections);
    }
    response.redirect(303, EDIT);
  };
}

function remove(site: Site, editing: Editing): RequestHandler {
  return async (request, response) => {
    const { file } = await knownFile(site, editing, request);
    await editing.editor.remove(editing.whoIs(request), seenIn(request, file));
    response.redirect(303, EDIT);
  };
}
