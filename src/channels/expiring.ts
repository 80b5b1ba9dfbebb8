export interface ExpiringOptions {
  /** The oldest leave first. */
  readonly most: number;
  readonly forMs: number;
  readonly nowMs: () => number;
}

/** What is kept in memory by id, for a while and no more of it than so many. */
export class Expiring<Value> {
  readonly #options: ExpiringOptions;
  readonly #kept = new Map<string, { readonly value: Value; readonly untilMs: number }>();

  constructor(options: ExpiringOptions) {
    this.#options = options;
  }

  keep(id: string, value: Value): void {
    const { most, forMs, nowMs } = this.#options;
    this.#kept.set(id, { value, untilMs: nowMs() + forMs });
    for (const [old, { untilMs }] of this.#kept)
      if (untilMs < nowMs() || this.#kept.size > most) this.#kept.delete(old);
  }

  /** Undefined where it is too old, or was never kept. */
  find(id: string): Value | undefined {
    const kept = this.#kept.get(id);
    return kept && kept.untilMs >= this.#options.nowMs() ? kept.value : undefined;
  }

  drop(id: string): void {
    this.#kept.delete(id);
  }

  /** The oldest first. */
  values(): Value[] {
    return [...this.#kept.keys()].flatMap((id) => this.find(id) ?? []);
  }
}
