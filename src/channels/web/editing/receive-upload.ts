import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { Refusal } from '../refusal.ts';

const MEGABYTE = 1024 * 1024;
/** Files of one upload. */
export const MAX_FILES = 50;
/** What all files of an upload may take together. */
export const MAX_UPLOAD_BYTES = 500 * MEGABYTE;
const MAX_FIELDS = 10;
const MAX_FIELD_BYTES = 2_000;

/** Takes one file of an upload, before the next comes. */
export type TakeFile = (
  name: string,
  content: Readable,
  /** Those that stood before it in the form. */
  fields: ReadonlyMap<string, string>,
) => Promise<void>;

/**
 * Reads a form with files, file by file as they come. Throws a Refusal where it is too large, too many, cut off or
 * no such form; what was taken before is the caller's.
 */
export async function receiveUpload(request: Request, take: TakeFile): Promise<void> {
  if (Number(request.get('content-length') ?? 0) > MAX_UPLOAD_BYTES) throw tooLarge();
  const parser = openParser(request);
  const fields = new Map<string, string>();
  let queue: Promise<void> = Promise.resolve();
  let received = 0;
  const open = new Set<PassThrough>();
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error): void => {
      request.unpipe(parser);
      for (const content of open) content.destroy(error);
      // Who takes a file may be in the middle of it.
      queue.then(
        () => reject(error),
        () => reject(error),
      );
    };
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (_name, content, { filename }) => {
      // A form without files sends one without a name.
      if (!filename) {
        content.resume();
        return;
      }
      const counted = new PassThrough();
      open.add(counted);
      // Whoever takes it sees that it broke off; until then nobody listens.
      counted.on('error', () => undefined).on('close', () => open.delete(counted));
      content
        .on('error', (error) => counted.destroy(error))
        .on('data', (piece: Uint8Array) => {
          received += piece.length;
          if (received > MAX_UPLOAD_BYTES) fail(tooLarge());
        });
      content.pipe(counted);
      queue = queue.then(() => take(filename, counted, fields));
      queue.catch(fail);
    });
    parser.on('filesLimit', () => fail(tooMany()));
    parser.on('error', () => fail(cutOff()));
    parser.on('close', () => queue.then(resolve, reject));
    request.on('aborted', () => parser.destroy(cutOff()));
    request.pipe(parser);
  });
}

function openParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        files: MAX_FILES,
        fields: MAX_FIELDS,
        fieldSize: MAX_FIELD_BYTES,
        parts: MAX_FILES + MAX_FIELDS,
      },
    });
  } catch {
    throw new Refusal(400, '没有收到文件', '请在加入文件的页面里选择文件再提交。');
  }
}

const tooLarge = (): Refusal =>
  new Refusal(
    413,
    '文件太大',
    `一次上传不能超过 ${MAX_UPLOAD_BYTES / MEGABYTE} MB。请分几次，或拆成几个文件。`,
  );

const tooMany = (): Refusal =>
  new Refusal(413, '文件太多', `一次最多加入 ${MAX_FILES} 个文件，请分几次。`);

const cutOff = (): Refusal =>
  new Refusal(400, '上传中断', '文件没有传完，没有加入任何内容。请再传一次。');
