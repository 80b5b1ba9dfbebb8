import type { AckFn, App as BoltApp, RespondArguments, RespondFn } from '@slack/bolt';
import { answerIdOf } from '../../../feedback.ts';
import type { Desk } from '../answering/desk.ts';
import type { PrivateAnswers } from '../answering/private-answers.ts';
import { PrivateReply } from '../delivery/private-reply.ts';
import { plainQuestion } from '../intake/plain-question.ts';
import { authorOf, type Question } from '../intake/question.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { isForSettings, openSettings } from './listen-for-channel-settings.ts';
import { ASK_MESSAGE_SHORTCUT, SLASH_COMMAND } from './names.ts';
import { askerIn, ownTeamOf } from './pressed.ts';

interface PrivateAsking {
  readonly question: Question;
  readonly respond: RespondFn;
  /** Null where an acknowledgement has no place for words. */
  readonly ack: AckFn<RespondArguments> | null;
}

/** `/plan 问题` and 「查计划依据」: answered to the asker alone, who may share it. */
export function listenForCommands(bolt: BoltApp, desk: Desk, shared: PrivateAnswers): void {
  const ask = (asking: PrivateAsking): Promise<void> => askPrivately(desk, shared, asking);
  bolt.command(SLASH_COMMAND, async ({ command, ack, respond }) => {
    const { team_id: teamId, user_id: userId, channel_id: channelId } = command;
    const place = {
      teamId,
      userTeamId: teamId,
      userId,
      channelId,
      key: `${teamId}:${command.trigger_id}`,
    };
    if (isForSettings(command.text)) {
      await ack();
      const deed = { ...place, surface: 'command' } as const;
      const denial = await desk.denialOf(deed);
      if (denial !== undefined)
        return desk.tellPrivately({ ...deed, threadTs: null }, noticeMessage(denial));
      return openSettings(desk, { ...place, triggerId: command.trigger_id });
    }
    const question = privateQuestion('command', { ...place, text: command.text });
    await ask({ question, respond, ack });
  });
  bolt.shortcut(
    { type: 'message_action', callback_id: ASK_MESSAGE_SHORTCUT },
    async ({ shortcut, ack, respond }) => {
      await ack();
      const { channel, message, trigger_id: triggerId } = shortcut;
      const asker = askerIn(shortcut);
      const place = {
        ...asker,
        userTeamId: ownTeamOf(shortcut),
        channelId: channel.id,
        key: `${asker.teamId}:${triggerId}`,
      };
      const question = privateQuestion('message-shortcut', { ...place, text: message.text ?? '' });
      await ask({ question, respond, ack: null });
    },
  );
}

function privateQuestion(
  surface: 'command' | 'message-shortcut',
  asked: Pick<Question, 'teamId' | 'userTeamId' | 'userId' | 'channelId' | 'key' | 'text'>,
): Question {
  return {
    ...asked,
    surface,
    text: plainQuestion(asked.text),
    author: authorOf(asked),
    messageKey: null,
    messageTs: null,
    threadTs: null,
    conversation: null,
  };
}

async function askPrivately(
  desk: Desk,
  shared: PrivateAnswers,
  { question, respond, ack }: PrivateAsking,
): Promise<void> {
  if (!desk.accept(question)) return void (await ack?.());
  await desk.inHand.hold(question.key, () =>
    answerPrivately(desk, shared, { question, respond, ack }),
  );
}

async function answerPrivately(
  desk: Desk,
  shared: PrivateAnswers,
  { question, respond, ack }: PrivateAsking,
): Promise<void> {
  const reply = new PrivateReply({
    acknowledge: ack && (({ text, blocks }) => ack({ text, blocks: [...blocks] })),
    respond,
    postPrivately: (message) => desk.tellPrivately(question, message),
    log: desk.options.log,
  });
  const refusal = await reply.signWhile(desk.refusalOf(question));
  if (refusal !== undefined) return desk.refuse(question, refusal, reply);
  const asked = { question: question.text };
  const showing = { canNarrow: false, canShare: true, asked };
  const { answer } = await desk.options.answering.answer(question, reply, showing);
  if (answer) shared.keep(answerIdOf(question.key), { answer, userId: question.userId });
}
