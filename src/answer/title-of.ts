import { fullTitle } from '../catalogue/short-title.ts';
import type { Evidence } from './draft.ts';

/**
 * What a quotation's document is called beside it: its title, with place and year where the title lacks them, and
 * the short name where answers call it by a year that only that name gives.
 */
export function titleOf(documentId: string, { documents }: Pick<Evidence, 'documents'>): string {
  const info = documents.get(documentId);
  if (info === undefined) return documentId;
  const title = fullTitle(info);
  const figures = info.shortTitle.match(/\d+/gu) ?? [];
  const isSaid = figures.every((figure) => title.includes(figure));
  return isSaid ? title : `${title}（${info.shortTitle}）`;
}
