import type { OpenDocument } from '../../../app.ts';
import type { Reading } from '../../../model.ts';

import { contentsOf, entryIds } from '../../contents.ts';
import { placePassages, titleOutline } from './anchors.ts';

import { originalPlaces } from './original.ts';
import { pageStarts } from './reading-order.ts';
import { referencesOf } from './references.ts';
import { runInHeadings } from './run-in-headings.ts';

/** What is worked out of a document before it is set: where links arrive, where pages begin, what each place is called. */
export function settingOf({ document, passages }: OpenDocument, reading: Reading) {
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
    originalOf: originalPlaces(reading, document.info),
  };
}

export type DocumentSetting = ReturnType<typeof settingOf>;
