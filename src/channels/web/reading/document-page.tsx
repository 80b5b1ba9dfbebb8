import type { OpenDocument } from '../../../app.ts';
import type { Page } from '../page.ts';
import { DocumentView } from './document-view.tsx';

export interface DocumentPageOptions {
  /** The page stands in a frame beside an answer. */
  readonly isBeside: boolean;
  /** What the link that led here stood for is worded otherwise now. */
  readonly hasChanged: boolean;
}

export const documentPage = (
  opened: OpenDocument,
  { isBeside, hasChanged }: DocumentPageOptions,
): Page => ({
  name: 'document',
  title: opened.document.info.title,
  script: 'reading',
  isBeside,
  content: <DocumentView opened={opened} hasChanged={hasChanged} />,
});
