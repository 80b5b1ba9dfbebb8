import { setTimeout } from 'node:timers/promises';
import { YoujuError } from '../errors.ts';
import type { BuildProgress } from '../indexing/build-progress.ts';

/** How the index is being brought up to date; times are ISO 8601. */
export type IngestState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      /** As a build names what it is at. */
      readonly phase: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly state: 'done'; readonly at: string; readonly documents: number }
  | { readonly state: 'failed'; readonly at: string; readonly message: string };

export interface IngestRunsOptions {
  readonly ingest: (onProgress: BuildProgress) => Promise<{ readonly documents: number }>;
  /** Hears of a failure nobody foresaw. */
  readonly onFailure: (error: unknown) => void;
  readonly now: () => Date;
}

const PAUSE_MS = 2_000;
const UNFORESEEN = '索引没有建成，原有索引照常可用。请稍后再试，或请维护人员查看日志。';

/** Brings the index up to date, one run at a time: what is asked for during a run is done in the next. */
export class IngestRuns {
  readonly #options: IngestRunsOptions;
  #state: IngestState = { state: 'idle' };
  #isWanted = false;
  #running: Promise<void> | undefined;

  constructor(options: IngestRunsOptions) {
    this.#options = options;
  }

  get state(): IngestState {
    return this.#state;
  }

  request(): void {
    this.#isWanted = true;
    // Begun only once it is known to run: what asks again meanwhile must not begin another.
    this.#running ??= Promise.resolve().then(() => this.#runWhileWanted());
  }

  /** Until nothing is left to do. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #runWhileWanted(): Promise<void> {
    while (this.#takeWish()) {
      this.#state = { state: 'running', phase: 'parse', done: 0, total: 1 };
      this.#state = await this.#run();
    }
    this.#running = undefined;
  }

  #takeWish(): boolean {
    const isWanted = this.#isWanted;
    this.#isWanted = false;
    return isWanted;
  }

  async #run(): Promise<IngestState> {
    const { ingest, onFailure, now } = this.#options;
    for (;;) {
      try {
        const { documents } = await ingest((done, total, phase) => {
          this.#state = { state: 'running', phase, done, total };
        });
        return { state: 'done', at: now().toISOString(), documents };
      } catch (error) {
        const isKnown = error instanceof YoujuError;
        if (isKnown && error.code === 'INDEX_LOCKED') {
          await setTimeout(PAUSE_MS, undefined, { ref: false });
          continue;
        }
        if (!isKnown) onFailure(error);
        const message = isKnown ? error.message : UNFORESEEN;
        return { state: 'failed', at: now().toISOString(), message };
      }
    }
  }
}
