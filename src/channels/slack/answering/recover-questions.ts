import { z } from 'zod';
import type { UnfinishedQuestion } from '../../../app.ts';
import { answerIdOf } from '../../../feedback.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { findReply } from '../delivery/find-reply.ts';
import { isGone, isRefused } from '../delivery/verdict.ts';
import { executionOf } from '../intake/asked-step.ts';
import { plainQuestion } from '../intake/plain-question.ts';
import { type Question, SURFACES } from '../intake/question.ts';
import { messagesSchema } from '../intake/read-messages.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import type { Desk } from './desk.ts';

const APOLOGY = '抱歉，有据刚才中断了，这个问题没有答上，请再问一次。';

/** What Slack leaves in the place of a deleted message that has replies. */
const DELETED = 'tombstone';

const authorSchema = z
  .string()
  .transform((author) => author.split(':'))
  .pipe(z.tuple([z.literal('slack'), z.string(), z.string()]));
const surfaceSchema = z.enum(SURFACES);

/** Ends what a process that is gone left open, or this one could not end before: answers it where the question can be read again, else apologises. */
export async function recoverQuestions(desk: Desk): Promise<void> {
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
  if (owed.length > 0) log.info({ count: owed.length }, 'took up owed answers');
}

async function recover(desk: Desk, owed: UnfinishedQuestion): Promise<void> {
  const { app, log } = desk.options;
  const [, , userId] = authorSchema.parse(owed.author);
  const surface = surfaceSchema.parse(owed.surface);
  const question: Question = { ...owed, surface, userId, userTeamId: owed.teamId, text: '' };
  try {
    if (surface === 'step') return await endStep(desk, question);
    if (!isPrivate(question)) return await takeUp(desk, question, owed);
    await desk.tellPrivately(question, noticeMessage(APOLOGY));
    app.events.finish(question.key);
  } catch (error) {
    if (!isGone(error)) throw error;
    log.info({ ...failureDetails(error), key: question.key }, 'nobody waits for an owed answer');
    app.events.finish(question.key);
  }
}

/** Its question is kept nowhere, and neither is the token that is meant to end it: Slack may want no other. */
async function endStep({ options }: Desk, question: Question): Promise<void> {
  const { client, outbox, app, log } = options;
  const step = { function_execution_id: executionOf(question), error: APOLOGY };
  try {
    await outbox.send('functions.completeError', () => client.functions.completeError(step));
  } catch (error) {
    if (!isRefused(error)) throw error;
    log.warn({ ...failureDetails(error), key: question.key }, 'a workflow step was left open');
  }
  app.events.finish(question.key);
}

/** Shown to the asker alone, in no message that could be found again. */
const isPrivate = ({ surface }: Question): boolean =>
  surface === 'command' || surface === 'message-shortcut';

async function takeUp(desk: Desk, question: Question, owed: UnfinishedQuestion): Promise<void> {
  const { app, log } = desk.options;
  const reply = await replyOf(desk, owed);
  if (reply?.isFinal) return app.events.finish(question.key);
  const replyTs = owed.replyTs ?? reply?.ts ?? null;
  const asked = await askedIn(desk, question);
  log.info({ key: question.key, isReadable: asked !== undefined }, 'taking up an owed answer');
  if (asked) return desk.askInThread({ ...question, ...asked }, replyTs);
  await desk.threadReply(question, replyTs).finish([noticeMessage(APOLOGY)]);
  app.events.finish(question.key);
}

/** The reply may be there though the process did not live to note it. */
function replyOf({ options: { client, outbox } }: Desk, owed: UnfinishedQuestion) {
  return outbox.send('conversations.replies', () =>
    findReply(client, owed, { answerId: answerIdOf(owed.key), part: 1 }),
  );
}

/** What was asked and from which workspace, read again from Slack; undefined where it is gone or was never a message. */
async function askedIn(
  { options: { client, outbox } }: Desk,
  { messageTs, channelId, threadTs, userTeamId }: Question,
): Promise<Pick<Question, 'text' | 'userTeamId' | 'fileIds'> | undefined> {
  if (messageTs === null) return undefined;
  const one = { channel: channelId, latest: messageTs, oldest: messageTs, inclusive: true };
  const answer = await outbox.send('conversations.replies', () =>
    threadTs === null
      ? client.conversations.history({ ...one, limit: 1 })
      : client.conversations.replies({ ...one, ts: threadTs, limit: 2 }),
  );
  const message = messagesSchema
    .parse(answer)
    .messages.find(({ ts, subtype }) => ts === messageTs && subtype !== DELETED);
  return (
    message && {
      text: plainQuestion(message.text),
      userTeamId: message.user_team ?? message.team ?? userTeamId,
      ...(message.files && message.files.length > 0 && { fileIds: message.files }),
    }
  );
}
