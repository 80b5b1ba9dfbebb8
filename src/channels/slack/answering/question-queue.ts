import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

export interface QueueState {
  readonly running: number;
  readonly waiting: number;
}

/** One piece of work in the line. */
export interface Turn<Result> {
  readonly result: Promise<Result>;
  /** How many wait before it; null once it has begun. */
  place(): number | null;
}

/** Turns of the event loop. One accepts one connection only; turns in which nothing comes take microseconds. */
const TURNS_BETWEEN = 50;

/**
 * Lets so many questions be answered at once and the others wait in line. Answering offline keeps the processor
 * busy, so they begin one after the other, and what Slack sent meanwhile is acknowledged in between.
 */
export class QuestionQueue {
  readonly #queue: PQueue;
  readonly #line = new Set<symbol>();
  #begun: Promise<void> = Promise.resolve();

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  get state(): QueueState {
    return { running: this.#queue.pending, waiting: this.#queue.size };
  }

  run<Result>(work: () => Promise<Result>): Turn<Result> {
    const ticket = Symbol('place in the line');
    this.#line.add(ticket);
    const result = this.#queue.add(async () => {
      this.#line.delete(ticket);
      this.#begun = this.#begun.then(giveWay);
      await this.#begun;
      return work();
    });
    return {
      result,
      place: () => (this.#line.has(ticket) ? [...this.#line].indexOf(ticket) : null),
    };
  }
}

async function giveWay(): Promise<void> {
  for (let turn = 0; turn < TURNS_BETWEEN; turn += 1) await setImmediate();
}
