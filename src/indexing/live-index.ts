import { currentGeneration } from './generations.ts';
import type { PlanIndex } from './plan-index.ts';

export interface LiveIndexOptions {
  readonly indexDir: string;
  /** Opens the generation in force. */
  readonly open: () => Promise<PlanIndex>;
  readonly log: LiveIndexLog;
}

export interface LiveIndexLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

interface Opened {
  readonly index: PlanIndex;
  users: number;
  isReplaced: boolean;
}

/** Opens the index and follows it: what is asked next finds what was built last. */
export async function createLiveIndex(options: LiveIndexOptions): Promise<LiveIndex> {
  return new LiveIndex(options, await options.open());
}

/**
 * The newest generation that can be opened. Whether there is a newer one is seen when somebody asks (one
 * small file is read); one that cannot be opened is logged once and the one there was stays in use.
 */
export class LiveIndex {
  readonly #options: LiveIndexOptions;
  #opened: Opened;
  /** The newest generation that was tried, opened or not. */
  #tried: string;
  #opening: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: LiveIndexOptions, index: PlanIndex) {
    this.#options = options;
    this.#opened = { index, users: 0, isReplaced: false };
    this.#tried = index.generation;
  }

  /** For reading at once: whoever waits meanwhile must use `use`, or the index may be closed under its hands. */
  current(): PlanIndex {
    void this.#follow();
    return this.#opened.index;
  }

  /** Hands over the newest generation and keeps it open until the work is done. */
  async use<Result>(work: (index: PlanIndex) => Promise<Result> | Result): Promise<Result> {
    await this.#follow();
    const opened = this.#opened;
    opened.users += 1;
    try {
      return await work(opened.index);
    } finally {
      opened.users -= 1;
      closeIfIdle(opened);
    }
  }

  /** Closes as soon as nobody uses it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    this.#replace(undefined);
  }

  #follow(): Promise<void> {
    const newest = currentGeneration(this.#options.indexDir);
    if (newest !== undefined && newest !== this.#tried && !this.#isClosed) {
      this.#tried = newest;
      const before = this.#opening;
      this.#opening = (async () => {
        await before;
        await this.#openNewest();
      })();
    }
    return this.#opening ?? Promise.resolve();
  }

  async #openNewest(): Promise<void> {
    const { open, log } = this.#options;
    try {
      const index = await open();
      log.info({ generation: index.generation }, 'opened a newer index');
      this.#tried = index.generation;
      this.#replace({ index, users: 0, isReplaced: false });
    } catch (error) {
      log.warn(
        { err: error, generation: this.#tried },
        'newer index cannot be opened, old one stays',
      );
    }
  }

  #replace(next: Opened | undefined): void {
    const old = this.#opened;
    if (next !== undefined) this.#opened = next;
    old.isReplaced = true;
    closeIfIdle(old);
  }
}

function closeIfIdle({ index, users, isReplaced }: Opened): void {
  if (isReplaced && users === 0) index.close();
}
