import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a build is at: reading texts, embedding, collecting terms, linking words by meaning, writing, publishing. */
export type BuildPhase = 'parse' | 'embed' | 'terms' | 'words' | 'write' | 'publish';

export type BuildProgress = (done: number, total: number, phase: BuildPhase) => void;

/** How a build tells how far it is, and learns that it should stop. */
export class ProgressReporter {
  readonly #report: BuildProgress | undefined;
  readonly #signal: AbortSignal | undefined;

  constructor(report: BuildProgress | undefined, signal: AbortSignal | undefined) {
    this.#report = report;
    this.#signal = signal;
  }

  /** Aborts when the build is called off. */
  get signal(): AbortSignal {
    return this.#signal ?? new AbortController().signal;
  }

  report(done: number, total: number, phase: BuildPhase): void {
    this.#report?.(done, total, phase);
  }

  /** Lets the process see to other things (a key pressed, a signal), then throws if the build was called off. */
  async step(done: number, total: number, phase: BuildPhase): Promise<void> {
    this.report(done, total, phase);
    await nextTurn();
    this.#signal?.throwIfAborted();
  }

  /** Visits items in groups, with a step before the first and after each group. */
  async inGroups<Item>(
    items: readonly Item[],
    size: number,
    phase: BuildPhase,
    visit: (group: readonly Item[], start: number) => Promise<void> | void,
  ): Promise<void> {
    await this.step(0, items.length, phase);
    for (let start = 0; start < items.length; start += size) {
      const group = items.slice(start, start + size);
      await visit(group, start);
      await this.step(start + group.length, items.length, phase);
    }
  }
}
