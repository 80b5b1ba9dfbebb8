import type { BlockAction, App as BoltApp } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { directChannel } from '../delivery/tell-privately.ts';
import { plainQuestion } from '../intake/plain-question.ts';
import { type Asker, authorOf, conversationOf, type Question } from '../intake/question.ts';
import { personAlone } from '../intake/viewer-of.ts';
import { ASK_CALLBACK, openAsk } from '../render/actions.ts';
import { askModal, QUESTION_FIELD, readAsk } from '../render/ask-modal.ts';
import { ASK_SHORTCUT } from './names.ts';
import { askerIn, ownTeamOf } from './pressed.ts';

const OPEN_WITHIN_MS = 2_500;

/** The dialog of the global shortcut and of App Home; the answer comes as a direct message. */
export function listenForAskDialog(bolt: BoltApp, desk: Desk): void {
  const { app, client, outbox } = desk.options;
  const open = (triggerId: string, userId: string): Promise<unknown> =>
    outbox.send(
      'views.open',
      () => {
        const view = askModal(app.seenBy(personAlone(userId)).documents());
        return client.views.open({ trigger_id: triggerId, view });
      },
      { giveUpAfterMs: OPEN_WITHIN_MS },
    );

  bolt.shortcut({ type: 'shortcut', callback_id: ASK_SHORTCUT }, async ({ ack, shortcut }) => {
    await ack();
    await open(shortcut.trigger_id, shortcut.user.id);
  });
  bolt.action<BlockAction>(openAsk.pattern, async ({ ack, body }) => {
    await ack();
    await open(body.trigger_id, body.user.id);
  });
  bolt.view(ASK_CALLBACK, async ({ ack, body, view }) => {
    try {
      const { question, documentId } = readAsk(
        view,
        app.seenBy(personAlone(body.user.id)).documents(),
      );
      await ack();
      const asker = { ...askerIn(body), userTeamId: ownTeamOf(body) };
      await askDirectly(desk, asker, view.id, { text: question, documentId });
    } catch (error) {
      if (!(error instanceof YoujuError)) throw error;
      await ack({ response_action: 'errors', errors: { [QUESTION_FIELD]: error.message } });
    }
  });
}

async function askDirectly(
  desk: Desk,
  asker: Asker & Pick<Question, 'userTeamId'>,
  viewId: string,
  { text, documentId }: { readonly text: string; readonly documentId: string | null },
): Promise<void> {
  const { teamId, userId, userTeamId } = asker;
  const channelId = await directChannel(desk.options, userId);
  const question: Question = {
    key: `${teamId}:${viewId}`,
    messageKey: null,
    surface: 'global-shortcut',
    author: authorOf(asker),
    teamId,
    userId,
    userTeamId,
    channelId,
    messageTs: null,
    threadTs: null,
    conversation: conversationOf(teamId, channelId, null),
    text: plainQuestion(text),
  };
  if (!desk.accept(question)) return;
  await desk.inHand.hold(question.key, () => answerDirectly(desk, question, documentId));
}

async function answerDirectly(
  desk: Desk,
  question: Question,
  documentId: string | null,
): Promise<void> {
  const reply = desk.threadReply(question, null);
  if (!(await desk.mayAsk(question, reply))) return;
  const asked = { question: question.text };
  await desk.options.answering.answer(question, reply, {
    canNarrow: true,
    canShare: false,
    asked,
    ...(documentId === null ? {} : { only: [documentId] }),
  });
}
