import type { RequestHandler, Response } from 'express';
import type { App } from '../../../app.ts';
import { YoujuError } from '../../../errors.ts';
import type { SourceFormat } from '../../../model.ts';
import { documentLink } from '../links.ts';
import { NotHere } from '../not-here.ts';

interface Sent {
  readonly type: string;
  /** A browser shows it in a viewer of its own; everything else is kept to be opened by its program. */
  readonly isShown?: boolean;
}

const BINARY = 'application/octet-stream';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** How each format is sent: no browser must take a file of others for a page of ours. */
const SENT: Readonly<Record<SourceFormat, Sent>> = {
  pdf: { type: 'application/pdf', isShown: true },
  docx: { type: `${OFFICE}.wordprocessingml.document` },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet` },
  doc: { type: 'application/msword' },
  rtf: { type: 'application/rtf' },
  txt: { type: BINARY },
  md: { type: BINARY },
  html: { type: BINARY },
  mhtml: { type: BINARY },
};

/** Sends the file a document was read from, as it lies in the seeds folder. */
export function sendOriginal(
  { original, reading }: Pick<App, 'original' | 'reading'>,
  idOf: (request: Parameters<RequestHandler>[0]) => string,
): RequestHandler {
  return async (request, response) => {
    const id = idOf(request);
    const { format } = reading(id);
    const { file, bytes } = await original(id).catch((error: unknown) => {
      if (!(error instanceof YoujuError)) throw error;
      throw new NotHere('打不开原件', error.message, [
        { label: '看读到的全文', address: documentLink(id) },
      ]);
    });
    describe(response, file, SENT[format]);
    response.end(bytes);
  };
}

function describe(response: Response, file: string, { type, isShown = false }: Sent): void {
  response.attachment(file).set({
    'Content-Type': type,
    'Cache-Control': 'private, no-cache',
    // A viewer of PDF runs in no sandbox; it may not be framed and loads nothing.
    'Content-Security-Policy': isShown
      ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
      : "sandbox; default-src 'none'; frame-ancestors 'none'",
  });
  if (!isShown) return;
  const disposition = String(response.get('Content-Disposition'));
  response.set('Content-Disposition', disposition.replace(/^attachment/u, 'inline'));
}
