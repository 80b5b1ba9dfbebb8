import type { App as BoltApp } from '@slack/bolt';
import { z } from 'zod';
import type { Desk } from '../answering/desk.ts';
import { plainQuestion } from '../intake/plain-question.ts';
import { ASK_STEP } from './names.ts';

const inputsSchema = z.object({ question: z.string() });

const FAILED = '有据没能回答这个问题，请稍后再试。';

/**
 * The workflow step: a question in, the answer and whether it was found out. It is acknowledged at its end, so
 * that Slack sends it again should we not live to end it.
 */
export function listenForSteps(bolt: BoltApp, desk: Desk): void {
  const { app, answering, log, metrics, outbox, nowMs } = desk.options;
  bolt.function(ASK_STEP, async ({ inputs, complete, fail }) => {
    const startedMs = nowMs();
    try {
      const { question } = inputsSchema.parse(inputs);
      const answer = await answering.inTurn(() => app.ask(plainQuestion(question)));
      const found = answer.outcome === 'answered';
      const sources = answer.citations.map(({ n, documentTitle, headingPath, quote }) =>
        [`[${n}] ${documentTitle}`, ...headingPath, `「${quote}」`].join(' '),
      );
      const outputs = { answer: [answer.answer, ...sources].join('\n'), found };
      await outbox.send('functions.completeSuccess', () => complete({ outputs }));
      metrics.answered('step', answer.outcome, (nowMs() - startedMs) / 1000);
      log.info(
        { surface: 'step', outcome: answer.outcome, kind: answer.kind },
        'slack question ended',
      );
    } catch (error) {
      log.error({ err: error, surface: 'step' }, 'workflow step failed');
      metrics.answered('step', 'failed', (nowMs() - startedMs) / 1000);
      await outbox.send('functions.completeError', () => fail({ error: FAILED }));
    }
  });
}
