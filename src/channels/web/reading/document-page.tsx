import type { OpenDocument } from '../../../app.ts';
import type { Page } from '../page.ts';
import { DocumentView } from './document-view.tsx';

export interface DocumentPageOptions {
  /** The page stands in a frame beside an answer. */
  readonly isBeside: boolean;
  /** The link came with words of a passage: it means to arrive at one. */
  readonly isCited: boolean;
  /** What the link that led here stood for is worded otherwise now. */
  readonly hasChanged: boolean;
}

function Changed() {
  return (
    <p class="notice" role="status">
      链接所指的文字在现在的文本里已经改动。下面标出的是最接近的一段，引用前请核对。
    </p>
  );
}

/** Hidden as long as the link's target is on the page. */
function Lost() {
  return (
    <p class="notice lost" role="status">
      链接所指的段落不在现在的文本里，文件可能已经更新。可以从目录找，或到<a href="/search">检索</a>
      里查原来的话。
    </p>
  );
}

export function documentPage(
  opened: OpenDocument,
  { isBeside, isCited, hasChanged }: DocumentPageOptions,
): Page {
  return {
    name: 'document',
    title: opened.document.info.title,
    script: 'reading',
    isBeside,
    content: (
      <>
        {hasChanged && <Changed />}
        {isCited && <Lost />}
        <DocumentView opened={opened} />
      </>
    ),
  };
}
