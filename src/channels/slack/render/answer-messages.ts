import type { types } from '@slack/bolt';
import type { Answer, AnswerSoFar } from '../../../model.ts';
import { openRefused } from './actions.ts';
import { type ControlsSetting, controlBlocks, feedbackBlock } from './answer-controls.ts';
import { type AnswerLine, answerLines, withMarks } from './answer-lines.ts';
import { button, buttons, context, link, paragraph, quotation, words } from './blocks.ts';
import { comparisonTable } from './comparison-table.ts';
import { messageText } from './message-text.ts';
import { nearestBlocks, nearestLines, suggestionBlocks } from './nearest-blocks.ts';
import { packMessages } from './pack-messages.ts';
import type { SlackMessage } from './slack-message.ts';
import { placeLine, type SourcesSetting, sourceBlocks } from './sources.ts';
import { shorten, splitText } from './split-text.ts';

export interface AnswerSetting extends SourcesSetting, ControlsSetting {
  /** Shown above an answer where the question is not to be seen otherwise. */
  readonly asked?: { readonly question: string };
  /** Who shared the answer into a channel. */
  readonly sharedBy?: string;
  /** Pages that set what the answer compares side by side. */
  readonly comparisons?: readonly ComparisonLink[];
}

export interface ComparisonLink {
  readonly name: string;
  readonly url: string;
}

/** A question from a message may be as long as a message. */
const MAX_QUESTION_CHARS = 500;
const MAX_BLOCK_CHARS = 3_000;

/** An answer with its sources and what can be done with it: one message, more where one cannot hold it. */
export function answerMessages(answer: Answer, setting: AnswerSetting): readonly SlackMessage[] {
  const { citations, notes } = answer;
  const groups: (readonly types.KnownBlock[])[] = [
    ...questionBlocks(setting).map((block) => [block]),
    ...bodyBlocks(answer, setting).map((block) => [block]),
    ...(setting.comparisons ?? []).map(({ name, url }) => [
      paragraph(link(url, `在网页上并排比较：${name}`)),
    ]),
    ...sourceBlocks(citations, setting),
    ...nearestBlocks(answer, setting),
    ...notes.map((note) => [context(`说明：${note}`)]),
    wordingBlocks(answer, setting.answerId),
    suggestionBlocks(answer, setting.canNarrow),
    [...controlBlocks(answer, setting), feedbackBlock(setting.answerId)],
  ];
  return packMessages(textOf(answer, setting), groups);
}

function questionBlocks({ asked, sharedBy }: AnswerSetting): types.KnownBlock[] {
  const question = asked && quotation(words(`问：${shorten(asked.question, MAX_QUESTION_CHARS)}`));
  return [
    ...(sharedBy === undefined
      ? []
      : [paragraph({ type: 'user', user_id: sharedBy }, words(' 分享了有据的回答'))]),
    ...(question ? [question] : []),
  ];
}

function bodyBlocks(answer: Answer, { documents }: AnswerSetting): types.KnownBlock[] {
  const comparison = comparisonTable(answer, documents);
  return comparison
    ? [...lineBlocks(comparison.others), comparison.table]
    : lineBlocks(answerLines(answer));
}

const lineBlocks = (lines: readonly AnswerLine[]): types.RichTextBlock[] =>
  splitText(lines.map(withMarks).join('\n'), MAX_BLOCK_CHARS).map((piece) =>
    paragraph(words(piece.trimEnd())),
  );

/** Which model worded it, and what of its words is not shown. */
function wordingBlocks({ model, wording }: Answer, answerId: string): types.KnownBlock[] {
  const { length } = wording?.refused ?? [];
  return [
    ...(model === undefined ? [] : [context(modelNotice(model))]),
    ...(length === 0
      ? []
      : [buttons([button(`模型写的 ${length} 句没有采用`, openRefused, { answerId })])]),
  ];
}

const modelNotice = (model: string): string =>
  `本回答由模型“${model}”措辞，引文已与原文逐字核对；请以原文为准。`;

function textOf(answer: Answer, setting: AnswerSetting): string {
  const { asked, documents } = setting;
  return messageText([
    ...(asked ? [`问：${shorten(asked.question, MAX_QUESTION_CHARS)}`] : []),
    ...answerLines(answer).map(withMarks),
    ...answer.citations.map((citation) => `[${citation.n}] ${placeLine(citation, documents)}`),
    ...nearestLines(answer, setting),
  ]);
}

/** What is proven so far, while the rest is still being worded. */
export function soFarMessage(soFar: AnswerSoFar): SlackMessage {
  const lines = answerLines(soFar);
  return {
    text: messageText([...lines.map(withMarks), STILL_CHECKING]),
    blocks: [...lineBlocks(lines), context(STILL_CHECKING)],
  };
}

const STILL_CHECKING = '还在核对……';

/** A first sign; `place` counts the questions that come before. */
export function waitingMessage(place: number | null): SlackMessage {
  const text =
    place === null || place < 1 ? '正在查找原文……' : `前面还有 ${place} 个问题，请稍候……`;
  return { text: messageText([text]), blocks: [context(text)] };
}

/** A few words of our own: what is wrong, what to do. */
export const noticeMessage = (text: string): SlackMessage => ({
  text: messageText([text]),
  blocks: [paragraph(words(text))],
});

const ONLY_WORDS = '（完整的消息没能显示，这里只有文字。）';

/** What is left of a message where Slack takes none of its blocks. */
export const wordsAlone = ({ text }: SlackMessage): SlackMessage => ({
  text: `${text}\n${ONLY_WORDS}`,
  blocks: [],
});
