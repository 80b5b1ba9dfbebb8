import type { BlockAction, App as BoltApp } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { authorOf } from '../intake/question.ts';
import { FEEDBACK_CALLBACK, giveFeedback } from '../render/actions.ts';
import { COMMENT_FIELD, feedbackModal, readFeedback } from '../render/feedback-modal.ts';
import { askerIn, writtenValue } from './pressed.ts';

const OPEN_WITHIN_MS = 2_500;

/** 👍 and 👎 under an answer; 👎 asks why. What was pressed counts even if nothing more is said. */
export function listenForFeedback(bolt: BoltApp, desk: Desk): void {
  const { app, client, config, outbox, log } = desk.options;
  bolt.action<BlockAction>(giveFeedback.pattern, async ({ ack, body, action }) => {
    await ack();
    const { answerId, isHelpful } = giveFeedback.read(writtenValue(action));
    const author = authorOf(askerIn(body));
    app.feedback.give({ answerId, author, isHelpful, reasons: [], comment: null });
    log.info({ answerId, isHelpful }, 'feedback');
    if (isHelpful) return;
    const view = feedbackModal(answerId, config.keepsQuestions);
    await outbox.send(
      'views.open',
      () => client.views.open({ trigger_id: body.trigger_id, view }),
      { giveUpAfterMs: OPEN_WITHIN_MS },
    );
  });
  bolt.view(FEEDBACK_CALLBACK, async ({ ack, body, view }) => {
    try {
      const given = readFeedback(view);
      app.feedback.give({ ...given, author: authorOf(askerIn(body)), isHelpful: false });
      log.info({ answerId: given.answerId, reasons: given.reasons }, 'feedback');
      await ack();
    } catch (error) {
      if (!(error instanceof YoujuError)) throw error;
      await ack({ response_action: 'errors', errors: { [COMMENT_FIELD]: error.message } });
    }
  });
}
