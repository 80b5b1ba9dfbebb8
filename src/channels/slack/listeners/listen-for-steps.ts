import type { App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import { StepReply } from '../delivery/step-reply.ts';
import { askedStep } from '../intake/asked-step.ts';
import { ASK_STEP } from './names.ts';

/** The workflow step: a question in, the answer and whether it was found out. What came twice did not come this far. */
export function listenForSteps(bolt: BoltApp, desk: Desk): void {
  const { answering, outbox } = desk.options;
  bolt.function(ASK_STEP, async ({ body, complete, fail }) => {
    const question = askedStep(body);
    if (!question) return;
    const reply = new StepReply({
      outbox,
      complete: ({ answer, found }) => complete({ outputs: { answer, found } }),
      fail: (error) => fail({ error }),
    });
    await desk.inHand.hold(question.key, async () => {
      const refusal = await desk.refusalOf(question);
      if (refusal !== undefined) return desk.refuse(question, refusal, reply);
      await answering.answer(question, reply, { canNarrow: false, canShare: false });
    });
  });
}
