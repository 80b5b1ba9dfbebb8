import type { App } from '../../../app.ts';
import { boundFiles } from '../files/bound-files.ts';
import type { Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { helpMessage } from '../render/own-words.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import {
  subscribe,
  subscriberOf,
  subscriptionsSaid,
  unsubscribe,
} from '../subscribing/subscribe.ts';
import { type ExportSetting, exportConversation } from './export-conversation.ts';
import { liveExamples } from './live-examples.ts';
import type { Outcome } from './outcome.ts';
import { scopeOf } from './scope-of.ts';

interface CommandSetting extends ExportSetting {
  readonly app: App;
}

/** What the pattern of a command found in it, by name. */
type Said = Readonly<Record<string, string | undefined>>;
type Saying = (
  question: Question,
  setting: CommandSetting,
  said: Said,
) => Promise<SlackMessage> | SlackMessage;

const MAX_NAMES = 12;

/** Whole messages that are no questions but commands of ours in Slack. */
const COMMANDS: readonly { readonly says: RegExp; readonly name: string; readonly say: Saying }[] =
  [
    {
      says: /^[/／]?(?:帮助|帮忙|说明|使用说明|用法|怎么用|如何使用|help)$/iu,
      name: 'help',
      say: async ({ conversation }, { app }) =>
        helpMessage(await liveExamples(app), conversation !== null),
    },
    {
      says: /^[/／]?(?:(?:提问|查询|查找|当前|现在)的?)?范围(?:是什么|是啥|有哪些)?$/u,
      name: 'scope',
      say: scopeMessage,
    },
    {
      says: /^[/／]?(?:请?(?:导出|下载)(?:(?:成|为|到)?(?:word|文档|文件))?(?:这个话题|全部)?|export)$/iu,
      name: 'export',
      say: exportConversation,
    },
    {
      says: /^[/／]?(?<channel>本?频道)?订阅(?:[\s:：]+(?<what>.+)|(?=[《“"「])(?<quoted>.+))?$/u,
      name: 'subscribe',
      say: (question, { app }, { channel, what, quoted = what }) => {
        const subscriber = subscriberOf(question, isForChannel(question, channel));
        return noticeMessage(
          quoted === undefined
            ? subscriptionsSaid(app, subscriber)
            : subscribe(app, subscriber, quoted),
        );
      },
    },
    {
      says: /^[/／]?(?:(?<all>全部)(?<channelOfAll>本?频道)?退订|(?<channel>本?频道)?(?:退订|取消订阅)(?:[\s:：]+(?<what>.+)|(?=[《“"「])(?<quoted>.+)))$/u,
      name: 'unsubscribe',
      say: (
        question,
        { app },
        { all, channelOfAll, channel = channelOfAll, what, quoted = what },
      ) => {
        const subscriber = subscriberOf(question, isForChannel(question, channel));
        return noticeMessage(unsubscribe(app, subscriber, all ? null : (quoted ?? null)));
      },
    },
  ];

/** What everybody reads is asked for everybody; what one person reads only where they say so. */
const isForChannel = ({ surface }: Question, channel: string | undefined): boolean =>
  channel !== undefined || surface === 'mention' || surface === 'follow-up';

const wordsOf = (text: string): string => text.replace(/[\s。.!！?？~～]+$/u, '').trim();

const commandIn = (text: string) => COMMANDS.find(({ says }) => says.test(wordsOf(text)));

export const isCommand = (text: string): boolean => commandIn(text) !== undefined;

/** What a command is answered with; undefined for a question. */
export async function commandOutcome(
  question: Question,
  setting: CommandSetting,
): Promise<Outcome | undefined> {
  const command = commandIn(question.text);
  if (!command || question.surface === 'step') return undefined;
  const said: Said = command.says.exec(wordsOf(question.text))?.groups ?? {};
  return { outcome: command.name, messages: [await command.say(question, setting, said)] };
}

function scopeMessage(question: Question, { app, log }: CommandSetting): SlackMessage {
  const { conversation } = question;
  if (conversation !== null && boundFiles(app, conversation).length > 0)
    return noticeMessage(
      '这个话题只查刚才发来的文件。要查文件库里的文件，请在答案下面按“全部文件”。',
    );
  const documents = app.documents();
  const scope = scopeOf(question, app, log);
  const meant = documents.filter(({ id }) => scope === null || scope.includes(id));
  const names = meant.slice(0, MAX_NAMES).map(({ shortTitle }) => shortTitle);
  const more = meant.length > names.length ? '等' : '';
  const listed = `${names.join('、')}${more}`;
  return noticeMessage(
    scope === null
      ? `这里查全部 ${documents.length} 份文件：${listed}。要只查其中一份，请在答案下面按“只查本文件”，或在问题里写明文件名。`
      : `这里只查 ${meant.length} 份文件：${listed}。要查全部文件，请在答案下面按“全部文件”。`,
  );
}
