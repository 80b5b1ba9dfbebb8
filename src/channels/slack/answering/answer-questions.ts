import { setTimeout } from 'node:timers/promises';
import type { App } from '../../../app.ts';
import { YoujuError } from '../../../errors.ts';
import type { Logger } from '../../../log.ts';
import type { Answer } from '../../../model.ts';
import type { Metrics } from '../../metrics.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import type { Reply } from '../delivery/reply.ts';
import { answerIdOf, type Question } from '../intake/question.ts';
import { CHANNEL_LIMIT, PERSON_LIMIT, RateLimiter } from '../intake/rate-limits.ts';
import { type AnswerSetting, answerMessages, noticeMessage } from '../render/answer-messages.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { linksOf } from './answer-links.ts';
import { QuestionQueue, type QueueState } from './question-queue.ts';
import { Ended, type EndReason, RunningQuestions } from './running-questions.ts';

export interface AnsweringOptions {
  readonly app: App;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly concurrency: number;
  /** What hangs longer is ended with a word to the asker. */
  readonly answerWithinMs: number;
  /** What links start with; null where nobody elsewhere could follow one. */
  readonly publicUrl: string | null;
  readonly nowMs: () => number;
}

/** How an answer is shown where it goes. */
export interface Showing extends Pick<AnswerSetting, 'canNarrow' | 'canShare' | 'asked'> {
  /** For this question only these documents, whatever its conversation is bound to. */
  readonly only?: readonly string[];
}

export interface Outcome {
  readonly outcome: string;
  /** Undefined where no answer came about. */
  readonly answer?: Answer;
  readonly messages: readonly SlackMessage[];
}

const NOTHING_ASKED =
  '请把问题写在一条消息里发给我，例如：“淄川区2025年常住人口城镇化率的目标是多少？”我会引用原文回答，并注明出处。';

const END_NOTICES: Readonly<Record<Exclude<EndReason, 'withdrawn'>, string>> = {
  'too-long': '抱歉，这个问题没能在限定时间内答完。请稍后再试，或把问题问得更具体一些。',
  stopped: '已停止回答。',
  'shutting-down': '抱歉，有据正在重启，这个问题没有答完，请稍后再问一次。',
};

/** Answers accepted questions: a sign early, the answer, and an end whatever happens. */
export class Answering {
  readonly running = new RunningQuestions();
  readonly #options: AnsweringOptions;
  readonly #queue: QuestionQueue;
  readonly #people: RateLimiter;
  readonly #channels: RateLimiter;

  constructor(options: AnsweringOptions) {
    this.#options = options;
    this.#queue = new QuestionQueue(options.concurrency);
    this.#people = new RateLimiter(PERSON_LIMIT, options.nowMs);
    this.#channels = new RateLimiter(CHANNEL_LIMIT, options.nowMs);
  }

  get queue(): QueueState {
    return this.#queue.state;
  }

  /** Runs other work on the documents in its turn, as one more question. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#queue.run(work);
  }

  /** For the asker alone: too many questions; undefined where one more is fine. */
  limitNotice({ author, channelId }: Question): string | undefined {
    const personMs = this.#people.take(author);
    if (personMs > 0) return `您问得有点快，请过 ${Math.ceil(personMs / 1000)} 秒再问。`;
    const channelMs = this.#channels.take(channelId);
    return channelMs > 0
      ? `这个频道里的问题有点多，请过 ${Math.ceil(channelMs / 1000)} 秒再问，或直接私信我。`
      : undefined;
  }

  /** Never rejects: what goes wrong is said to the asker where possible, and logged. */
  answer(question: Question, reply: Reply, showing: Showing): Promise<Outcome> {
    const { app, log, metrics, nowMs } = this.#options;
    const startedMs = nowMs();
    return this.running.run(question, async (controller) => {
      const outcome = await this.#outcomeOf(question, reply, showing, controller);
      let isDelivered = outcome.messages.length === 0;
      try {
        if (!isDelivered) await reply.finish(outcome.messages);
        isDelivered = true;
      } catch (error) {
        log.error({ ...failureDetails(error), key: question.key }, 'answer could not be delivered');
      }
      // What was not delivered stays owed, and is tried again after a restart.
      if (isDelivered) this.#orLog(() => app.events.finish(question.key), question);
      const seconds = (nowMs() - startedMs) / 1000;
      metrics.answered(question.surface, outcome.outcome, seconds);
      log.info(summaryOf(question, outcome, isDelivered, seconds), 'slack question ended');
      return outcome;
    });
  }

  async #outcomeOf(
    question: Question,
    reply: Reply,
    showing: Showing,
    controller: AbortController,
  ): Promise<Outcome> {
    if (question.text === '') return { outcome: 'empty', messages: [noticeMessage(NOTHING_ASKED)] };
    const { answerWithinMs } = this.#options;
    const settled = new AbortController();
    const watch = async (ms: number, then: () => Promise<void>): Promise<void> => {
      await setTimeout(ms, undefined, { signal: settled.signal }).then(then, ignoreEnd);
    };
    const sign = watch(reply.signAfterMs, () => this.#sign(question, reply));
    const dog = watch(answerWithinMs, async () => controller.abort(new Ended('too-long')));
    try {
      return await untilEnded(
        this.#ask(question, reply, showing, controller.signal),
        controller.signal,
      );
    } catch (error) {
      if (error instanceof Ended && error.reason === 'stopped') reply.halt();
      return this.#failure(error, question);
    } finally {
      settled.abort();
      await Promise.all([sign, dog]);
    }
  }

  /** Never rejects: an answer can do without. */
  async #sign(question: Question, reply: Reply): Promise<void> {
    const { metrics, log } = this.#options;
    const { waiting } = this.#queue.state;
    try {
      await reply.wait(waiting > 0 ? waiting : null);
      metrics.signed(question.surface);
    } catch (error) {
      log.warn({ ...failureDetails(error), key: question.key }, 'no sign could be given');
    }
  }

  #ask(question: Question, reply: Reply, showing: Showing, signal: AbortSignal): Promise<Outcome> {
    const { app, publicUrl, log } = this.#options;
    const { conversation, text } = question;
    return this.#queue.run(async () => {
      signal.throwIfAborted();
      const { only, ...shown } = showing;
      const scope = only ?? (conversation === null ? null : this.#scopeOf(conversation));
      const answer = await app.ask(text, {
        signal,
        ...(conversation === null ? {} : { conversation }),
        ...(scope === null ? {} : { documentIds: scope }),
        onClaim: (soFar) => {
          reply.show(soFar).catch((error: unknown) => {
            log.warn(
              { ...failureDetails(error), key: question.key },
              'a claim could not be shown early',
            );
          });
        },
      });
      const messages = answerMessages(answer, {
        answerId: answerIdOf(question.key),
        ...linksOf(answer, app, publicUrl),
        scope,
        documents: app.documents(),
        ...shown,
      });
      return { outcome: answer.outcome, answer, messages };
    });
  }

  /** Documents that are gone since bind nobody. */
  #scopeOf(conversation: string): readonly string[] | null {
    const { app, log } = this.#options;
    try {
      const known = new Set(app.documents().map(({ id }) => id));
      const scope = app.settings.scopeOf(conversation)?.filter((id) => known.has(id)) ?? [];
      return scope.length > 0 ? scope : null;
    } catch (error) {
      log.warn({ err: error }, 'scope of a conversation could not be read');
      return null;
    }
  }

  #failure(error: unknown, { key }: Question): Outcome {
    if (error instanceof Ended) {
      const { reason } = error;
      return {
        outcome: reason,
        messages: reason === 'withdrawn' ? [] : [noticeMessage(END_NOTICES[reason])],
      };
    }
    this.#options.log.error({ err: error, key }, 'question failed');
    const said =
      error instanceof YoujuError
        ? error.message
        : '抱歉，回答时出了意外，问题已经记下。请稍后再试，或请维护人员查看日志。';
    return { outcome: 'failed', messages: [noticeMessage(said)] };
  }

  #orLog(work: () => void, { key }: Question): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ err: error, key }, 'the ledger could not be written');
    }
  }
}

/** The asker is told at once, whether or not the work heeds the signal. */
function untilEnded<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function ignoreEnd(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}

const summaryOf = (
  { key, surface, teamId, channelId, author }: Question,
  { outcome, answer }: Outcome,
  isDelivered: boolean,
  seconds: number,
): object => ({
  key,
  surface,
  teamId,
  channelId,
  author,
  outcome,
  isDelivered,
  seconds,
  kind: answer?.kind,
  citations: answer?.citations.length,
  documents: [...new Set(answer?.citations.map(({ documentId }) => documentId) ?? [])],
  timings: answer?.timings,
});
