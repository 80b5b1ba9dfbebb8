import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

export interface QueueState {
  readonly running: number;
  readonly waiting: number;
}

/**
 * Lets so many questions be answered at once and the others wait in line. Answering offline keeps the processor
 * busy, so only one begins in a turn of the event loop: what Slack sends meanwhile is acknowledged in between.
 */
export class QuestionQueue {
  readonly #queue: PQueue;
  #begun: Promise<void> = Promise.resolve();

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  get state(): QueueState {
    return { running: this.#queue.pending, waiting: this.#queue.size };
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#queue.add(async () => {
      this.#begun = this.#begun.then(() => setImmediate());
      await this.#begun;
      return work();
    });
  }
}
