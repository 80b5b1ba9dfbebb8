import { fullTitle } from '../catalogue/short-title.ts';
import type { Evidence } from './draft.ts';

/** What a quotation's document is called beside it: its title, with place and year where the title lacks them. */
export function titleOf(documentId: string, { documents }: Pick<Evidence, 'documents'>): string {
  const info = documents.get(documentId);
  return info === undefined ? documentId : fullTitle(info);
}
