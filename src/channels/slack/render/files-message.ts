import type { OpenFiles } from '../../../app.ts';
import { addToLibrary, askNext } from './actions.ts';
import { button, buttons, context, paragraph, words } from './blocks.ts';
import { knownDocument } from './known-document.ts';
import { messageText } from './message-text.ts';
import type { SlackMessage } from './slack-message.ts';
import { shorten } from './split-text.ts';

const MAX_TITLE_CHARS = 80;
const MAX_EXAMPLES = 3;
const HOW = '在这个话题里接着问，我只按这些文件的原文回答。文件不会留在文件库里。';

/** What was read of dropped files, what was not, and what can be asked of them. */
export function filesReadMessage(
  { app }: Pick<OpenFiles, 'app'>,
  unread: readonly string[],
): SlackMessage {
  const opened = app.documents().map(({ id }) => app.document(id));
  const read = opened.map((one) => {
    const { info } = one.document;
    const parts = [
      counted(knownDocument(one).chapters.length, '部分'),
      counted(one.indicators.length, '项指标'),
      counted(one.responsibilities.length, '项有责任单位的任务'),
    ].filter(Boolean);
    const found = parts.length > 0 ? `：${parts.join('、')}` : '';
    return `读好了《${shorten(info.title, MAX_TITLE_CHARS)}》${found}。`;
  });
  const examples = opened.flatMap((one) => knownDocument(one).examples).slice(0, MAX_EXAMPLES);
  const lines = [...read, ...unread, HOW];
  const pressed = examples.map((question, at) => button(question, askNext, { question }, at + 1));
  return {
    text: messageText(lines),
    blocks: [
      ...lines.map((line) => paragraph(words(line))),
      ...(pressed.length > 0 ? [context('比如问：'), buttons(pressed)] : []),
    ],
  };
}

const counted = (count: number, what: string): string => (count > 0 ? `${count} ${what}` : '');

const OFFER = '您是文件库的维护人员：可以把刚才的文件加入文件库，以后大家都能查。';

/** For an editor alone. */
export const offerToAddMessage = (fileIds: readonly string[]): SlackMessage => ({
  text: messageText([OFFER]),
  blocks: [
    paragraph(words(OFFER)),
    buttons([button('加入文件库', addToLibrary, { fileIds: [...fileIds] })]),
  ],
});
