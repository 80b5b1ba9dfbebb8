import type { types } from '@slack/bolt';
import type { Heard, Subscribed, ToldChange } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { titleInMarks } from '../../heading-words.ts';
import { context, linkIf, type Piece, paragraph, strong, words } from './blocks.ts';
import { messageText } from './message-text.ts';
import { readerLink } from './reader-link.ts';
import type { SlackMessage } from './slack-message.ts';
import { shorten } from './split-text.ts';

type News = Heard['news'][number];

const MOST_NEWS = 5;
const MOST_CHANGES = 6;
const MAX_NAME_CHARS = 60;
const MAX_VALUE_CHARS = 60;
const MAX_TEXT_CHARS = 120;
const MAX_TITLE_CHARS = 80;

const HOW_TO_END = '不想再收到，请发“订阅”查看，再发“退订”加名称。';

/** What changed in what somebody subscribed to: figures first, with links to the old and the new. */
export function newsMessage(
  { label }: Pick<Subscribed, 'label'>,
  news: readonly News[],
  publicUrl: string | null,
): SlackMessage {
  const shown = news.slice(0, MOST_NEWS);
  const more = news.length - shown.length;
  const lead = `您订阅的“${shorten(label, MAX_TITLE_CHARS)}”有变化：`;
  const blocks: types.KnownBlock[] = [
    paragraph(words(lead)),
    ...shown.map((one) => paragraph(...newsPieces(one, publicUrl))),
    ...(more > 0 ? [context(`另有 ${more} 份文件有变化。`)] : []),
    context(HOW_TO_END),
  ];
  const told = shown.flatMap((one) => [headlineOf(one), ...changeLines(one)]);
  return { text: messageText([lead, ...told]), blocks };
}

function newsPieces(news: News, publicUrl: string | null): Piece[] {
  const { info, former, others } = news;
  const lines = changeLines(news);
  const compared = publicUrl !== null && former !== null && `${urlOf(info, publicUrl)}/changes`;
  return [
    strong(headlineOf(news)),
    words('\n'),
    linkIf(urlOf(info, publicUrl), former ? '新版' : '看全文'),
    ...(former ? [words(' · '), linkIf(urlOf(former, publicUrl), '旧版')] : []),
    ...(compared ? [words(' · '), { type: 'link', url: compared, text: '逐处对照' } as const] : []),
    words(lines.map((line) => `\n• ${line}`).join('')),
    ...(others + news.changes.length > lines.length
      ? [words(`\n另有 ${others + news.changes.length - lines.length} 处改动。`)]
      : []),
  ];
}

const urlOf = ({ id }: DocumentInfo, publicUrl: string | null): string | null =>
  publicUrl && readerLink(publicUrl, { documentId: id, passageId: null });

function headlineOf({ info, former, isNew }: News): string {
  const title = titleInMarks(shorten(info.title, MAX_TITLE_CHARS));
  if (isNew) return `新收录${title}`;
  return former ? `${title}有了新版` : `${title}有改动`;
}

const changeLines = ({ changes }: News): string[] => changes.slice(0, MOST_CHANGES).map(changeLine);

function changeLine({ name, before, after }: ToldChange): string {
  if (name === null) return textLine(before, after);
  const [old, now] = [before, after].map((value) => shorten(value ?? '无', MAX_VALUE_CHARS));
  return `${shorten(oneLine(name), MAX_NAME_CHARS)}：${oneLine(old ?? '')} → ${oneLine(now ?? '')}`;
}

function textLine(before: string | null, after: string | null): string {
  const quoted = (text: string): string => `「${shorten(oneLine(text), MAX_TEXT_CHARS)}」`;
  if (before === null) return `新增${quoted(after ?? '')}`;
  if (after === null) return `删去${quoted(before)}`;
  return `${quoted(before)}改为${quoted(after)}`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The document is gone: said once. */
export function goneMessage({ label }: Pick<Subscribed, 'label'>): SlackMessage {
  const name = shorten(label, MAX_TITLE_CHARS);
  const said = `您订阅的“${name}”已不在文件库里，这个订阅就此结束。`;
  return { text: messageText([said]), blocks: [paragraph(words(said))] };
}
