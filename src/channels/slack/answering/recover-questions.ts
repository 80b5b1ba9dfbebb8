import { z } from 'zod';
import type { UnfinishedQuestion } from '../../../app.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { findReply } from '../delivery/find-reply.ts';
import { plainQuestion } from '../intake/plain-question.ts';
import { answerIdOf, type Question, SURFACES } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import type { Desk } from './desk.ts';

const APOLOGY = '抱歉，有据刚才中断了，这个问题没有答上，请再问一次。';

const authorSchema = z
  .string()
  .transform((author) => author.split(':'))
  .pipe(z.tuple([z.literal('slack'), z.string(), z.string()]));
const surfaceSchema = z.enum(SURFACES);

/** Ends what a process that is gone left open, or this one could not end before: answers it where the question can be read again, else apologises. */
export async function recoverQuestions(desk: Desk): Promise<number> {
  const { app, log } = desk.options;
  const owed = [...desk.inHand.due(app.events.owed()), ...app.events.takeOver()];
  await Promise.all(
    owed.map(async (question) => {
      try {
        await desk.inHand.hold(question.key, () => recover(desk, question));
      } catch (error) {
        log.error(
          { ...failureDetails(error), key: question.key },
          'an owed answer could not be delivered',
        );
      }
    }),
  );
  return owed.length;
}

async function recover(desk: Desk, owed: UnfinishedQuestion): Promise<void> {
  const { app, log } = desk.options;
  const [, userTeamId, userId] = authorSchema.parse(owed.author);
  const surface = surfaceSchema.parse(owed.surface);
  const question: Question = { ...owed, surface, userId, userTeamId, text: '' };
  if (question.messageTs === null) {
    await desk.tellPrivately(question, noticeMessage(APOLOGY));
    app.events.finish(question.key);
    return;
  }
  const reply = await replyOf(desk, owed);
  if (reply?.isFinal) {
    app.events.finish(question.key);
    return;
  }
  const replyTs = owed.replyTs ?? reply?.ts ?? null;
  const text = await textOf(desk, question.messageTs, question);
  log.info({ key: question.key, isReadable: text !== undefined }, 'taking up an owed answer');
  if (text !== undefined) return desk.askInThread({ ...question, text }, replyTs);
  await desk.threadReply(question, replyTs).finish([noticeMessage(APOLOGY)]);
  app.events.finish(question.key);
}

/** The reply may be there though the process did not live to note it. */
function replyOf({ options: { client, outbox } }: Desk, owed: UnfinishedQuestion) {
  return outbox.send('conversations.replies', () =>
    findReply(client, owed, { answerId: answerIdOf(owed.key), part: 1 }),
  );
}

const messagesSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), text: z.string().default('') })).default([]),
});

/** What was asked, read again from Slack; undefined where it is gone. */
async function textOf(
  { options: { client, outbox } }: Desk,
  messageTs: string,
  { channelId, threadTs }: Question,
): Promise<string | undefined> {
  const one = { channel: channelId, latest: messageTs, oldest: messageTs, inclusive: true };
  const answer = await outbox.send('conversations.replies', () =>
    threadTs === null
      ? client.conversations.history({ ...one, limit: 1 })
      : client.conversations.replies({ ...one, ts: threadTs, limit: 2 }),
  );
  const message = messagesSchema.parse(answer).messages.find(({ ts }) => ts === messageTs);
  return message && plainQuestion(message.text);
}
