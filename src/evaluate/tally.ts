export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly n: number;
}

/** A share of questions, or how a quantity spreads. */
export type Figure = { readonly share: number; readonly n: number } | Spread;

const PLACES = 4;

/** Sums up figures by name, and by name and kind of question. */
export class Tally {
  readonly #sums = new Map<string, { total: number; n: number }>();
  readonly #latencies: number[] = [];
  readonly #lengths: number[] = [];

  /** @param value a share, or whether the question counts */
  add(name: string, value: number | boolean, group?: string): void {
    for (const key of group ? [name, `${name} · ${group}`] : [name]) {
      const sum = this.#sums.get(key) ?? { total: 0, n: 0 };
      this.#sums.set(key, { total: sum.total + Number(value), n: sum.n + 1 });
    }
  }

  latency(milliseconds: number): void {
    this.#latencies.push(milliseconds);
  }

  length(characters: number): void {
    this.#lengths.push(characters);
  }

  /** Every figure, by name. */
  figures(): ReadonlyMap<string, Figure> {
    const figures = new Map<string, Figure>();
    for (const [name, { total, n }] of this.#sums)
      figures.set(name, { share: Number((total / n).toFixed(PLACES)), n });
    if (this.#latencies.length > 0) figures.set('milliseconds per answer', spread(this.#latencies));
    if (this.#lengths.length > 0)
      figures.set('characters per single-fact answer', spread(this.#lengths));
    return new Map([...figures].sort(([a], [b]) => a.localeCompare(b)));
  }
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number(
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1),
    );
  return { p50: at(0.5), p95: at(0.95), max: at(1), n: sorted.length };
}
