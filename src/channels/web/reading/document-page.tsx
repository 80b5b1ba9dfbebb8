import type { OpenDocument } from '../../../app.ts';
import type { Reading } from '../../../model.ts';
import type { Page } from '../page.ts';
import type { Background } from './document-notices.tsx';
import { DocumentView } from './document-view.tsx';

export interface DocumentPageOptions {
  /** The page stands in a frame beside an answer. */
  readonly isBeside: boolean;
  /** What the link that led here stood for is worded otherwise now. */
  readonly hasChanged: boolean;
  /** The link that led here was to a document whose place this one has taken. */
  readonly hasMoved: boolean;
}

export interface DocumentParts {
  readonly opened: OpenDocument;
  readonly reading: Reading;
  readonly background: Background;
}

export const documentPage = (
  { opened, reading, background }: DocumentParts,
  { isBeside, hasChanged, hasMoved }: DocumentPageOptions,
): Page => ({
  name: 'document',
  title: opened.document.info.title,
  script: 'reading',
  isBeside,
  content: (
    <DocumentView
      opened={opened}
      reading={reading}
      background={background}
      hasChanged={hasChanged}
      hasMoved={hasMoved}
    />
  ),
});
