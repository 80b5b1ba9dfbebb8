import type { Request, RequestHandler } from 'express';
import { hasEditors, type WebConfig } from '../../../config/web-config.ts';
import { Refusal } from '../refusal.ts';
import type { Routes } from '../site.ts';
import { believedHeader, groupsIn, inUtf8 } from './believed-header.ts';
import { type Door, passwordAccess } from './password-access.tsx';

/** Who may change which documents there are. */
export interface EditorAccess {
  readonly gate: RequestHandler;
  /** Pages to sign in with; they stand before the gate. */
  readonly routes: Routes;
  /** As it is written down with what they do, e.g. web:wang. */
  whoIs(request: Request): string;
}

const EDITING: Door = {
  cookie: 'youju_editor',
  purpose: 'youju editing',
  signIn: '/edit/sign-in',
  signOut: '/edit/sign-out',
  remark: '这是编辑的密码，与阅读的密码不同，由维护有据的同事告知。',
};

/** Undefined where nobody may. */
export function editorAccessOf(config: WebConfig, now: () => Date): EditorAccess | undefined {
  if (!hasEditors(config)) return undefined;
  const { authHeader, editorPassword } = config;
  if (authHeader !== null) return namedEditors(config, authHeader);
  if (editorPassword === null) return undefined;
  const { gate, routes } = passwordAccess(editorPassword, now, EDITING);
  return { gate, routes, whoIs: () => 'web:editor' };
}

const GROUP = /^group:/u;

function namedEditors({ editors, groupsHeader }: WebConfig, authHeader: string): EditorAccess {
  const names = new Set(editors.filter((editor) => !GROUP.test(editor)));
  const groups = new Set(
    editors.filter((editor) => GROUP.test(editor)).map((editor) => editor.replace(GROUP, '')),
  );
  const isEditor = (request: Request): boolean => {
    const name = believedHeader(request, authHeader);
    if (name === undefined) return false;
    const theirs = groupsHeader === null ? [] : groupsIn(request, groupsHeader);
    return names.has(inUtf8(name)) || theirs.some((group) => groups.has(group));
  };
  return {
    gate: (request, _response, next) => {
      if (isEditor(request)) next();
      else
        throw new Refusal(
          403,
          '不能编辑',
          '只有编辑可以加入、更正和移出文件。需要时请联系维护有据的同事。',
        );
    },
    routes: () => [],
    whoIs: (request) => `web:${believedHeader(request, authHeader) ?? ''}`,
  };
}
