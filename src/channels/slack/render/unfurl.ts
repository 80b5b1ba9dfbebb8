import type { types } from '@slack/bolt';
import type { OpenDocument } from '../../../app.ts';
import { titleInMarks } from '../../heading-words.ts';
import { context, paragraph, quotation, strong, words } from './blocks.ts';
import { issueWords } from './document-words.ts';
import { shorten } from './split-text.ts';

const MAX_TITLE_CHARS = 150;
const MAX_PASSAGE_CHARS = 300;

/** What a link to our own reader leads to: the document, and the passage where the link names one there is. */
export function unfurlBlocks(
  { document: { info }, passages }: OpenDocument,
  passageId: string | null,
): types.KnownBlock[] {
  const passage = passages.find(({ id }) => id === passageId);
  const issue = issueWords(info);
  const page = passage?.page ?? null;
  const place = [...(passage?.headingPath ?? []), ...(page === null ? [] : [`第${page}页`])];
  return [
    paragraph(
      strong(shorten(titleInMarks(info.title), MAX_TITLE_CHARS)),
      words(place.length > 0 ? `\n${place.join(' › ')}` : ''),
    ),
    ...(passage ? [quotation(words(shorten(passage.quotable, MAX_PASSAGE_CHARS)))] : []),
    ...(issue === '' ? [] : [context(issue)]),
  ];
}
