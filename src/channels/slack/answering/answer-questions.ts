import { setTimeout } from 'node:timers/promises';
import type { App } from '../../../app.ts';
import { answerIdOf } from '../../../feedback.ts';
import type { Logger } from '../../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import type { Reply } from '../delivery/reply.ts';
import { isGone, isRefused } from '../delivery/verdict.ts';
import type { DroppedFiles } from '../files/dropped-files.ts';
import type { Uploading } from '../files/upload-file.ts';
import type { Question } from '../intake/question.ts';
import { CHANNEL_LIMIT, PERSON_LIMIT, RateLimiter } from '../intake/rate-limits.ts';
import { viewerOf } from '../intake/viewer-of.ts';
import {
  type AnswerSetting,
  answerMessages,
  noticeMessage,
  wordsAlone,
} from '../render/answer-messages.ts';
import { linksOf } from './answer-links.ts';
import { commandOutcome } from './commands.ts';
import type { ExportSetting } from './export-conversation.ts';
import {
  type Delivery,
  emptyOutcome,
  type Outcome,
  outcomeOfFailure,
  summaryOf,
} from './outcome.ts';
import { QuestionQueue, type QueueState, type Turn } from './question-queue.ts';
import type { RecentAnswers } from './recent-answers.ts';
import { Ended, RunningQuestions } from './running-questions.ts';
import { untilEnded } from './until-ended.ts';
import { filesOutcome, whatIsAsked } from './what-is-asked.ts';

export interface AnsweringOptions {
  readonly app: App;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly files: Pick<DroppedFiles, 'read'>;
  readonly recent: RecentAnswers;
  readonly uploading: Uploading;
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
  /** Nothing is said unless the documents answer it: it may not have been asked of us. */
  readonly isQuiet?: boolean;
}

/** Nothing is said. */
const PASSED_OVER: Outcome = { outcome: 'passed-over', messages: [] };
/** As late as a timer goes. */
const NEVER_MS = 2 ** 31 - 1;

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

  /** What it takes to put a conversation beside itself as a file. */
  get exporting(): ExportSetting {
    return this.#options;
  }

  get queue(): QueueState {
    return this.#queue.state;
  }

  /** For the asker alone: too many questions; undefined where one more is fine. */
  limitNotice({ author, channelId, surface }: Question): string | undefined {
    const isWorkflow = surface === 'step';
    const personMs = isWorkflow ? 0 : this.#people.take(author);
    if (personMs > 0) return `您问得有点快，请过 ${Math.ceil(personMs / 1000)} 秒再问。`;
    const channelMs = this.#channels.take(channelId);
    if (channelMs <= 0) return undefined;
    const seconds = Math.ceil(channelMs / 1000);
    return isWorkflow
      ? `工作流里的问题有点多，请过 ${seconds} 秒再试。`
      : `这个频道里的问题有点多，请过 ${seconds} 秒再问，或直接私信我。`;
  }

  /** Never rejects: what goes wrong is said to the asker where possible, and logged. */
  answer(question: Question, reply: Reply, showing: Showing): Promise<Outcome> {
    const { app, log, metrics, nowMs } = this.#options;
    const startedMs = nowMs();
    return this.running.run(question, async (controller) => {
      const outcome = await this.#outcomeOf(question, reply, showing, controller);
      const delivery = await this.#deliver(question, reply, outcome);
      if (delivery !== 'owed') this.#orLog(() => app.events.finish(question.key), question);
      const seconds = (nowMs() - startedMs) / 1000;
      metrics.answered(question.surface, outcome.outcome, seconds);
      log.info(summaryOf(question, outcome, delivery, seconds), 'slack question ended');
      return outcome;
    });
  }

  /** Never rejects. What Slack refuses is said once more in words alone. */
  async #deliver(
    { key }: Question,
    reply: Reply,
    { messages, answer }: Outcome,
  ): Promise<Delivery> {
    const { log } = this.#options;
    const [first] = messages;
    try {
      await (first ? reply.finish(messages, answer) : reply.withdraw());
      return 'whole';
    } catch (error) {
      log.error({ ...failureDetails(error), key }, 'answer could not be delivered');
      if (isGone(error) || first === undefined) return 'nowhere';
      if (!isRefused(error)) return 'owed';
    }
    try {
      await reply.finish([wordsAlone(first)]);
      return 'text';
    } catch (error) {
      log.error({ ...failureDetails(error), key }, 'nor could its words alone');
      return isGone(error) ? 'nowhere' : 'owed';
    }
  }

  async #outcomeOf(
    question: Question,
    reply: Reply,
    showing: Showing,
    controller: AbortController,
  ): Promise<Outcome> {
    if (question.text === '' && question.fileIds === undefined) return emptyOutcome();
    const { answerWithinMs, log } = this.#options;
    const settled = new AbortController();
    const watch = async (ms: number, then: () => Promise<void>): Promise<void> => {
      await setTimeout(ms, undefined, { signal: settled.signal }).then(then, ignoreEnd);
    };
    const turn = this.#ask(question, reply, showing, controller.signal);
    const isQuiet = showing.isQuiet === true;
    const sign = watch(isQuiet ? NEVER_MS : reply.signAfterMs, () =>
      this.#sign(question, reply, turn.place()),
    );
    const dog = watch(answerWithinMs, async () => controller.abort(new Ended('too-long')));
    try {
      return await untilEnded(turn.result, controller.signal);
    } catch (error) {
      if (error instanceof Ended && error.reason === 'stopped') reply.halt();
      if (!(error instanceof Ended))
        log.error({ err: error, key: question.key }, 'question failed');
      return outcomeOfFailure(error);
    } finally {
      settled.abort();
      await Promise.all([sign, dog]);
    }
  }

  /** Never rejects: an answer can do without. */
  async #sign(question: Question, reply: Reply, place: number | null): Promise<void> {
    const { metrics, log } = this.#options;
    try {
      await reply.wait(place);
      metrics.signed(question.surface);
    } catch (error) {
      log.warn({ ...failureDetails(error), key: question.key }, 'no sign could be given');
    }
  }

  #ask(question: Question, reply: Reply, showing: Showing, signal: AbortSignal): Turn<Outcome> {
    const { publicUrl, log, files, recent, uploading } = this.#options;
    const app = this.#options.app.seenBy(viewerOf(question));
    const { conversation, text } = question;
    return this.#queue.run(question.author, async () => {
      signal.throwIfAborted();
      const command = await commandOutcome(question, { app, log, recent, uploading });
      if (command) return command;
      const { only, isQuiet = false, ...shown } = showing;
      const asked = await whatIsAsked({ app, log, files }, question, only);
      if (asked.library === null || text === '') return isQuiet ? PASSED_OVER : filesOutcome(asked);
      const { library, scope, isOfFiles } = asked;
      const answer = await library.ask(text, {
        signal,
        answerId: answerIdOf(question.key),
        ...(conversation === null ? {} : { conversation }),
        ...(scope === null || isOfFiles ? {} : { documentIds: scope }),
        onClaim: (soFar) => {
          if (isQuiet) return;
          reply.show(soFar).catch((error: unknown) => {
            log.warn(
              { ...failureDetails(error), key: question.key },
              'a claim could not be shown early',
            );
          });
        },
      });
      if (isQuiet && answer.outcome !== 'answered') return PASSED_OVER;
      const messages = answerMessages(answer, {
        answerId: answerIdOf(question.key),
        ...linksOf(answer, library, isOfFiles ? null : publicUrl),
        scope,
        documents: library.documents(),
        isOfFiles,
        ...shown,
      });
      const { channelId } = question;
      this.#options.recent.keep(answerIdOf(question.key), { answer, channelId, conversation });
      const unread = asked.unread.map(noticeMessage);
      return { outcome: answer.outcome, answer, messages: [...messages, ...unread] };
    });
  }

  #orLog(work: () => void, { key }: Question): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ err: error, key }, 'the ledger could not be written');
    }
  }
}

function ignoreEnd(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
