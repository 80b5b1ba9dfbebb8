import { wordFile, wordFileName } from '../../../export/word-file.ts';
import type { Logger } from '../../../log.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { type Uploading, uploadFile } from '../files/upload-file.ts';
import type { Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import type { RecentAnswers } from './recent-answers.ts';

export interface ExportSetting {
  readonly log: Logger;
  readonly recent: RecentAnswers;
  readonly uploading: Uploading;
}

/** Puts a whole conversation beside it as a Word file, and says so. */
export async function exportConversation(
  { conversation, channelId, threadTs }: Pick<Question, 'conversation' | 'channelId' | 'threadTs'>,
  { recent, uploading, log }: ExportSetting,
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
