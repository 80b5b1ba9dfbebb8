import PQueue from 'p-queue';

export interface QueueState {
  readonly running: number;
  readonly waiting: number;
}

/** Lets so many questions be answered at once and the others wait in line. */
export class QuestionQueue {
  readonly #queue: PQueue;

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  get state(): QueueState {
    return { running: this.#queue.pending, waiting: this.#queue.size };
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#queue.add(work);
  }
}
