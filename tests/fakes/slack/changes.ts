/** Thrown when what a test waits for never comes to be. */
export class NeverHappened extends Error {
  constructor(what: string, timeoutMs: number, seen: string) {
    super(`${what} did not happen within ${timeoutMs} ms. What people see:\n${seen}`);
    this.name = 'NeverHappened';
  }
}

export interface WaitOptions {
  /** What is waited for, for the message. */
  readonly what?: string;
  readonly timeoutMs?: number;
}

/** Tells waiting tests that something in the fake has changed. */
export class Changes {
  readonly #listeners = new Set<() => void>();
  #isDue: boolean = false;

  /** Changes of one turn of the event loop are told once. */
  readonly tell = (): void => {
    if (this.#isDue || this.#listeners.size === 0) {
      return;
    }
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      for (const listener of [...this.#listeners]) {
        listener();
      }
    });
  };

  /**
   * The first truthy value of `predicate`, asked now and after each change.
   * @throws NeverHappened with what `describe` shows then
   */
  until<T>(
    predicate: () => T,
    describe: () => string,
    { what = 'What the test waits for', timeoutMs = 60_000 }: WaitOptions = {},
  ): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
      };
      const look = (): void => {
        try {
          const value = predicate();
          if (value) {
            finish();
            resolve(value);
          }
        } catch (error) {
          finish();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        finish();
        reject(new NeverHappened(what, timeoutMs, describe()));
      }, timeoutMs);
      this.#listeners.add(look);
      look();
    });
  }
}
