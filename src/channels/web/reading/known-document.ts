import type { App } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { documentLink } from '../links.ts';
import { NotHere } from '../not-here.ts';
import { nearestDocument } from './nearest-document.ts';

/** More of a made-up address is not compared with names. */
export const MAX_ID_CHARS = 100;

/** The document of an address; throws NotHere with what may have been meant. */
export function knownDocument(app: Pick<App, 'documents'>, id: string): DocumentInfo {
  const documents = app.documents();
  const document = documents.find((each) => each.id === id);
  if (document) return document;
  const near = nearestDocument(id.slice(0, MAX_ID_CHARS), documents);
  throw new NotHere('没有这份文件', '这里没有这个编号的文件：它可能改了名，或已经撤下。', [
    ...(near ? [{ label: near.title, address: documentLink(near.id) }] : []),
    { label: '全部文件', address: '/start#documents' },
  ]);
}
