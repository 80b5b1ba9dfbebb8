import { Readable } from 'node:stream';
import type { BlockAction, App as BoltApp } from '@slack/bolt';
import type { Editor } from '../../../app.ts';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { FileUnavailable } from '../files/download-file.ts';
import type { DroppedFile } from '../files/dropped-files.ts';
import { authorOf } from '../intake/question.ts';
import { addToLibrary } from '../render/actions.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { pressedIn, writtenValue } from './pressed.ts';

const NOT_AN_EDITOR = '只有维护人员能把文件加入文件库。';
const FAILED = '没能加入文件库，已经记下，请维护人员查看日志，或在网页上添加。';

/** 「加入文件库」: an editor hands the dropped files on; what is in the library already is not replaced here. */
export function listenForAdding(bolt: BoltApp, desk: Desk): void {
  bolt.action<BlockAction>(addToLibrary.pattern, async ({ ack, body, action }) => {
    await ack();
    const { fileIds } = addToLibrary.read(writtenValue(action));
    const pressed = pressedIn(body);
    if (!pressed) return;
    const { editor } = desk.options;
    const said =
      editor === null || !desk.isEditor(pressed.userId)
        ? [NOT_AN_EDITOR]
        : await addAll(desk, editor, { fileIds, who: authorOf(pressed) });
    await desk.tellPrivately(pressed, noticeMessage(said.join('\n')));
  });
}

interface Adding {
  readonly fileIds: readonly string[];
  readonly who: string;
}

async function addAll(desk: Desk, editor: Editor, { fileIds, who }: Adding): Promise<string[]> {
  const said: string[] = [];
  for (const id of fileIds) {
    try {
      said.push(await add(editor, await desk.options.files.fetch(id), who));
    } catch (error) {
      const isKnown = error instanceof FileUnavailable || error instanceof YoujuError;
      if (!isKnown)
        desk.options.log.error({ ...failureDetails(error), id }, 'a file could not be added');
      said.push(isKnown ? error.message : FAILED);
    }
  }
  return said;
}

async function add(editor: Editor, { name, bytes }: DroppedFile, who: string): Promise<string> {
  const staged = await editor.staging.receive({
    name,
    content: Readable.from([bytes]),
    replaces: null,
  });
  try {
    if (!staged.reading.ok) return staged.reading.error.message;
    await editor.add(who, staged, { corrections: {} });
    return `《${staged.reading.info.title}》已加入文件库，正在建索引，一会儿就能在任何地方提问。`;
  } finally {
    await editor.staging.discard(staged.token);
  }
}
