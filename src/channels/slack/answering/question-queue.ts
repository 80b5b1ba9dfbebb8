import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';

export interface QueueState {
  readonly running: number;
  readonly waiting: number;
}

/** One piece of work in the line. */
export interface Turn<Result> {
  readonly result: Promise<Result>;
  /** How many come before it; null once it has begun. */
  place(): number | null;
}

/** Somebody's turn: in which round it comes, and how many came earlier. */
interface Ticket {
  readonly round: number;
  readonly number: number;
}

/** Turns of the event loop. One accepts one connection only; turns in which nothing comes take microseconds. */
const TURNS_BETWEEN = 50;

/**
 * Lets so many questions be answered at once and the others wait in line: people take turns, each with the oldest of
 * their questions. Answering offline keeps the processor busy, so they begin one after the other, and what Slack sent
 * meanwhile is acknowledged in between.
 */
export class QuestionQueue {
  readonly #queue: PQueue;
  readonly #line = new Set<Ticket>();
  /** The last round each person has a question in. */
  readonly #rounds = new Map<string, number>();
  #round = 0;
  #given = 0;
  #begun: Promise<void> = Promise.resolve();

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  get state(): QueueState {
    return { running: this.#queue.pending, waiting: this.#queue.size };
  }

  run<Result>(author: string, work: () => Promise<Result>): Turn<Result> {
    const ticket = this.#ticketFor(author);
    this.#line.add(ticket);
    const result = this.#queue.add(
      async () => {
        this.#line.delete(ticket);
        this.#round = ticket.round;
        this.#begun = this.#begun.then(giveWay);
        await this.#begun;
        return work();
      },
      { priority: -ticket.round },
    );
    return {
      result,
      place: () => (this.#line.has(ticket) ? this.#before(ticket) : null),
    };
  }

  /** Whoever asked already comes a round after their last question, but never before those who wait now. */
  #ticketFor(author: string): Ticket {
    const { running, waiting } = this.state;
    if (running + waiting === 0) this.#rounds.clear();
    for (const [one, last] of this.#rounds) if (last < this.#round) this.#rounds.delete(one);
    const last = this.#rounds.get(author);
    const round = last === undefined ? this.#round : Math.max(this.#round, last + 1);
    this.#rounds.set(author, round);
    this.#given += 1;
    return { round, number: this.#given };
  }

  #before({ round, number }: Ticket): number {
    return [...this.#line].filter(
      (other) => other.round < round || (other.round === round && other.number < number),
    ).length;
  }
}

async function giveWay(): Promise<void> {
  for (let turn = 0; turn < TURNS_BETWEEN; turn += 1) await setImmediate();
}
