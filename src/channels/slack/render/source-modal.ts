import type { types } from '@slack/bolt';
import type { OpenDocument } from '../../../app.ts';
import type { Passage } from '../../../model.ts';
import { titleInMarks } from '../../heading-words.ts';
import { SOURCE_CALLBACK, type SourcePlace, turnSource } from './actions.ts';
import {
  button,
  buttons,
  context,
  copyable,
  divider,
  link,
  paragraph,
  plain,
  quotation,
  strong,
  words,
} from './blocks.ts';
import { citationWords, issueWords } from './document-words.ts';
import { markedPassage } from './marked-passage.ts';
import { nearestPassage, type PassageWalk, walkFrom } from './passage-walk.ts';
import { readerLink } from './reader-link.ts';
import { ELLIPSIS, shorten } from './split-text.ts';

const MAX_TITLE_CHARS = 300;
const MAX_NEIGHBOUR_CHARS = 600;

const modal = (blocks: types.KnownBlock[]): types.ModalView => ({
  type: 'modal',
  callback_id: SOURCE_CALLBACK,
  title: plain('查看原文', 24),
  close: plain('关闭', 24),
  blocks,
});

/**
 * A passage in its place, what was cited of it set off; `publicUrl` null where there is no reader to link to.
 * Says so where the passage is gone since.
 */
export function sourceModal(
  opened: OpenDocument,
  place: SourcePlace,
  publicUrl: string | null,
): types.ModalView {
  const walk = walkFrom(opened, place.passageId);
  if (!walk) return textGoneModal(opened, place);
  const { passage, previous, next } = walk;
  const { info } = opened.document;
  const url = publicUrl === null ? null : readerLink(publicUrl, place);
  return modal([
    ...headBlocks(opened, passage),
    divider,
    ...neighbour(previous, passage, lastOf),
    ...markedPassage(passage, place.ranges).map((pieces) => quotation(...pieces)),
    ...(passage.kind === 'row' ? [context(passage.text)] : []),
    ...neighbour(next, passage, (text) => shorten(text, MAX_NEIGHBOUR_CHARS)),
    divider,
    ...turnButtons(walk),
    context('复制引用：'),
    copyable(citationWords(info, passage)),
    ...(url === null ? [] : [paragraph(link(url, '在网页中打开这一段'))]),
  ]);
}

/** The index was built anew and the passage is no longer in it. */
export function textGoneModal(
  opened: OpenDocument | null,
  { line }: Pick<SourcePlace, 'line'>,
): types.ModalView {
  if (opened === null)
    return modal([paragraph(words('这份文件已不在现有文件里。请重新提问，以现有文件为准。'))]);
  const nearest = nearestPassage(opened, line);
  const gone = paragraph(
    words('文件已更新，原来引用的这一段没有了。请重新提问，以现在的文字为准。'),
  );
  if (!nearest) return modal([...titleBlocks(opened), gone]);
  return modal([
    ...titleBlocks(opened),
    gone,
    context(`原处附近：${nearest.headingPath.join(' › ') || '没有章节标题的一段'}`),
    buttons([turnButton('打开最近的一段', nearest, 1)]),
  ]);
}

const titleBlocks = ({ document: { info } }: OpenDocument): types.KnownBlock[] => [
  paragraph(strong(shorten(titleInMarks(info.title), MAX_TITLE_CHARS))),
];

function headBlocks(opened: OpenDocument, { headingPath, page }: Passage): types.KnownBlock[] {
  const issue = issueWords(opened.document.info);
  const about = [issue, page === null ? '' : `第${page}页`].filter((part) => part !== '');
  return [
    ...titleBlocks(opened),
    ...(about.length > 0 ? [context(about.join(' · '))] : []),
    context(headingPath.length > 0 ? headingPath.join(' › ') : '原文在此处没有章节标题'),
  ];
}

const lastOf = (text: string): string => {
  if (text.length <= MAX_NEIGHBOUR_CHARS) return text;
  return ELLIPSIS + text.slice(-MAX_NEIGHBOUR_CHARS);
};

/** Under its own heading where it is of another section. */
function neighbour(
  passage: Passage | undefined,
  { headingPath }: Passage,
  cut: (text: string) => string,
): types.KnownBlock[] {
  if (!passage) return [];
  const heading = passage.headingPath.at(-1);
  const isElsewhere = passage.headingPath.join('\n') !== headingPath.join('\n');
  return [
    ...(isElsewhere && heading !== undefined ? [context(heading)] : []),
    paragraph(words(cut(passage.quotable))),
  ];
}

function turnButtons(walk: PassageWalk): types.KnownBlock[] {
  const turns = [
    ['上一段', walk.previous],
    ['下一段', walk.next],
    ['上一节', walk.previousSection],
    ['下一节', walk.nextSection],
  ] as const;
  const elements = turns.flatMap(([label, passage], at) =>
    passage ? [turnButton(label, passage, at + 1)] : [],
  );
  return elements.length > 0 ? [buttons(elements)] : [];
}

const turnButton = (label: string, { id, documentId, lines }: Passage, number: number) =>
  button(label, turnSource, { documentId, passageId: id, line: lines[0], ranges: [] }, number);
