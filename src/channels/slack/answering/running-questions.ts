import type { Question } from '../intake/question.ts';

export type EndReason = 'too-long' | 'stopped' | 'withdrawn' | 'shutting-down';

/** Why a question under way was ended. */
export class Ended extends Error {
  readonly reason: EndReason;

  constructor(reason: EndReason) {
    super(`question ended: ${reason}`);
    this.reason = reason;
  }
}

interface Running {
  readonly question: Question;
  readonly controller: AbortController;
  readonly done: Promise<unknown>;
}

/** Questions between their acceptance and their end, so that they can be ended and waited for. */
export class RunningQuestions {
  readonly #running = new Set<Running>();

  get count(): number {
    return this.#running.size;
  }

  /** Runs one to its end; `work` must not reject. */
  async run<Result>(
    question: Question,
    work: (controller: AbortController) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    const done = work(controller);
    const running = { question, controller, done };
    this.#running.add(running);
    const result = await done;
    this.#running.delete(running);
    return result;
  }

  /** Ends those of a thread, as by its stop button; how many there were. */
  endThread(channelId: string, threadTs: string, reason: EndReason): number {
    return this.#end(
      (question) => question.channelId === channelId && question.threadTs === threadTs,
      reason,
    );
  }

  endMessage(channelId: string, messageTs: string, reason: EndReason): number {
    return this.#end(
      (question) => question.channelId === channelId && question.messageTs === messageTs,
      reason,
    );
  }

  endAll(reason: EndReason): number {
    return this.#end(() => true, reason);
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#running].map(({ done }) => done));
  }

  #end(isMeant: (question: Question) => boolean, reason: EndReason): number {
    const meant = [...this.#running].filter(({ question }) => isMeant(question));
    for (const { controller } of meant) controller.abort(new Ended(reason));
    return meant.length;
  }
}
