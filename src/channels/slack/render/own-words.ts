import type { types } from '@slack/bolt';
import { askNext, openChannelSettings } from './actions.ts';
import { button, buttons, context, paragraph, words } from './blocks.ts';
import { HOW_TO_ASK } from './how-to-ask.ts';
import { messageText } from './message-text.ts';
import type { SlackMessage } from './slack-message.ts';

/** Where somebody is met for the first time. */
export type Meeting = 'direct' | 'channel';

const GREETINGS: Readonly<Record<Meeting, string>> = {
  direct:
    '您好！我是有据。您用一句话提问，我用计划文件的原文回答，每句话都注明出处；文件里没有的，会直说没有。',
  channel:
    '大家好！我是有据。在这里 @有据 提问，我用计划文件的原文回答，每句话都注明出处；没有人 @ 我时，我不说话。',
};
const TRY = '比如问：';

/** Short, with examples to press. */
export function greetingMessage(meeting: Meeting, examples: readonly string[]): SlackMessage {
  const { text, blocks } = withExamples([GREETINGS[meeting]], examples);
  const settings = buttons([button('频道设置', openChannelSettings, {})]);
  return { text, blocks: meeting === 'channel' ? [...blocks, settings] : blocks };
}

/** @param canPress whether a pressed example has a conversation to be asked in */
export const helpMessage = (examples: readonly string[], canPress: boolean): SlackMessage =>
  withExamples(
    [
      '直接用一句话提问，最好带上地方、年份和事项；之后可以接着追问，比如“那2020年呢”“谁负责”。',
      HOW_TO_ASK.join('\n'),
      '发“范围”看这个话题查哪些文件，发“导出”把话题带走，发“订阅 淄川区”这样的话，有变化时告诉您；在频道里发 /plan 设置 选默认文件。发“帮助”再看这段说明。',
    ],
    examples,
    canPress,
  );

function withExamples(
  lines: readonly string[],
  examples: readonly string[],
  canPress = true,
): SlackMessage {
  const listed = examples.length > 0 ? [TRY, ...examples.map((one) => `• ${one}`)] : [];
  const pressed: types.KnownBlock[] =
    examples.length === 0
      ? []
      : canPress
        ? [
            context(TRY),
            buttons(
              examples.map((question, at) => button(question, askNext, { question }, at + 1)),
            ),
          ]
        : [paragraph(words(listed.join('\n')))];
  return {
    text: messageText([...lines, ...listed]),
    blocks: [...lines.map((line) => paragraph(words(line))), ...pressed],
  };
}
