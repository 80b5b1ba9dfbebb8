import type { BlockAction, App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import type { Question } from '../intake/question.ts';
import { askNext } from '../render/actions.ts';
import { pressedIn, writtenValue } from './pressed.ts';

/** A question suggested under an answer: asked in the same conversation by whoever presses it. */
export function listenForSuggestions(bolt: BoltApp, desk: Desk): void {
  bolt.action<BlockAction>(askNext.pattern, async ({ ack, body, action }) => {
    await ack();
    const { question: text } = askNext.read(writtenValue(action));
    const pressed = pressedIn(body);
    if (!pressed) return;
    const question: Question = {
      ...pressed,
      key: `${pressed.teamId}:${body.trigger_id}`,
      messageKey: null,
      messageTs: null,
      text,
    };
    if (!desk.accept(question)) return;
    await desk.inHand.hold(question.key, async () => {
      const reply = desk.threadReply(question, pressed.threadTs);
      if (!(await desk.mayAsk(question, reply))) return;
      const asked = { question: text };
      await desk.options.answering.answer(question, reply, {
        canNarrow: true,
        canShare: false,
        asked,
      });
    });
  });
}
