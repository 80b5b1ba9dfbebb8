import type { App } from '../../../app.ts';
import { wordFile, wordFileName } from '../../../export/word-file.ts';
import type { Logger } from '../../../log.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { boundFiles } from '../files/bound-files.ts';
import { type Uploading, uploadFile } from '../files/upload-file.ts';
import type { Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { helpMessage } from '../render/own-words.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { liveExamples } from './live-examples.ts';
import type { Outcome } from './outcome.ts';
import type { RecentAnswers } from './recent-answers.ts';
import { scopeOf } from './scope-of.ts';

interface CommandSetting {
  readonly app: App;
  readonly log: Logger;
  readonly recent: RecentAnswers;
  readonly uploading: Uploading;
}

type Saying = (question: Question, setting: CommandSetting) => Promise<SlackMessage> | SlackMessage;

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
      say: exportMessage,
    },
  ];

const commandIn = (text: string) => {
  const words = text.replace(/[\s。.!！?？~～]+$/u, '').trim();
  return COMMANDS.find(({ says }) => says.test(words));
};

export const isCommand = (text: string): boolean => commandIn(text) !== undefined;

/** What a command is answered with; undefined for a question. */
export async function commandOutcome(
  question: Question,
  setting: CommandSetting,
): Promise<Outcome | undefined> {
  const command = commandIn(question.text);
  if (!command || question.surface === 'step') return undefined;
  return { outcome: command.name, messages: [await command.say(question, setting)] };
}

function scopeMessage({ conversation }: Question, { app, log }: CommandSetting): SlackMessage {
  if (conversation !== null && boundFiles(app, conversation).length > 0)
    return noticeMessage(
      '这个话题只查刚才发来的文件。要查文件库里的文件，请在答案下面按“全部文件”。',
    );
  const documents = app.documents();
  const scope = conversation === null ? null : scopeOf(conversation, app, log);
  const meant = documents.filter(({ id }) => scope === null || scope.includes(id));
  const names = meant.slice(0, MAX_NAMES).map(({ shortTitle }) => shortTitle);
  const more = meant.length > names.length ? '等' : '';
  const listed = `${names.join('、')}${more}`;
  return noticeMessage(
    scope === null
      ? `这里查全部 ${documents.length} 份文件：${listed}。要只查其中一份，请在答案下面按“只查本文件”，或在问题里写明文件名。`
      : `这个话题只查 ${meant.length} 份文件：${listed}。要查全部文件，请在答案下面按“全部文件”。`,
  );
}

/** The whole conversation as a Word file, put beside it. */
async function exportMessage(
  { conversation, channelId, threadTs }: Question,
  { recent, uploading, log }: CommandSetting,
): Promise<SlackMessage> {
  if (conversation === null)
    return noticeMessage('要导出一个话题的问答，请在那个话题里 @有据 发“导出”。');
  const answers = recent.of(conversation).filter(({ outcome }) => outcome !== 'guide');
  const [first] = answers;
  if (!first) return noticeMessage('这个话题里今天还没有可以导出的回答。请先提问，再导出。');
  const title = first.question;
  try {
    const bytes = await wordFile({ answers, title, now: new Date() });
    await uploadFile(uploading, { name: wordFileName(title), bytes, channelId, threadTs });
  } catch (error) {
    log.warn(failureDetails(error), 'a conversation could not be exported');
    return noticeMessage(
      '没能把文件放到 Slack 里，请稍后再试；一直不行时，请检查应用有没有 files:write 权限。',
    );
  }
  return noticeMessage(`已导出 ${answers.length} 个回答为 Word 文件，出处在脚注里。`);
}
