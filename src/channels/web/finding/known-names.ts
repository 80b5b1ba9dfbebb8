import type { App } from '../../../app.ts';
import { comparisonPath } from '../../compared-indicators.ts';
import { contentsOf, type Entry, nameOf } from '../../contents.ts';
import { documentLink, passageLink } from '../links.ts';

export const SORTS = {
  document: '文件',
  indicator: '指标',
  heading: '章节',
  task: '任务',
} as const;
export type Sort = keyof typeof SORTS;

/** Something that has a name and an address. */
export interface KnownName {
  readonly sort: Sort;
  readonly name: string;
  readonly address: string;
  /** Where it is from; null of a document. */
  readonly within: string | null;
}

const all = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...all(entry.children)]);

/** Whatever has a name in the documents. */
export function knownNames(app: App): readonly KnownName[] {
  const documents = app.documents();
  const names: KnownName[] = documents.flatMap(({ id, title, shortTitle, aliases }) =>
    [shortTitle, title, ...aliases].map((name) => ({
      sort: 'document' as const,
      name,
      address: `${documentLink(id)}/about`,
      within: name === title ? null : title,
    })),
  );
  for (const { name, category } of app.indicators())
    names.push({ sort: 'indicator', name, address: comparisonPath(name), within: category });
  for (const { id, shortTitle } of documents) {
    const { document, responsibilities } = app.document(id);
    for (const entry of all(contentsOf(document)))
      names.push({
        sort: 'heading',
        name: nameOf(entry),
        address: `${documentLink(id)}#${entry.id}`,
        within: shortTitle,
      });
    for (const { title, passageId } of responsibilities)
      names.push({
        sort: 'task',
        name: title,
        address: passageLink(id, passageId),
        within: shortTitle,
      });
  }
  return names;
}
