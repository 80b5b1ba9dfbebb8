import type { OpenDocument } from '../../../app.ts';

import { contentsOf, entryIds } from '../../contents.ts';
import { placePassages, titleOutline } from './anchors.ts';

import { pageStarts } from './reading-order.ts';
import { referencesOf } from './references.ts';
import { runInHeadings } from './run-in-headings.ts';

/** What is worked out of a document before it is set: where links arrive, where pages begin, what each place is called. */
export function settingOf({ document, passages }: OpenDocument) {
  const contents = contentsOf(document);
  return {
    contents,
    entryIds: entryIds(contents),
    anchors: placePassages(document, passages),
    /** Of the passage that begins with the document's title. */
    titlePassageId: titleOutline(document, passages)?.id,
    pageStarts: pageStarts(document),
    references: referencesOf(document),
    runInHeadings: runInHeadings(document),
  };
}

export type DocumentSetting = ReturnType<typeof settingOf>;
