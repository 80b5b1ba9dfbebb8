import type { Random } from './moments.ts';

/** What goes wrong with an answer. `after`: the call took effect, only the answer is lost. */
export type Blow =
  | { readonly kind: 'http500'; readonly after?: boolean }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'error'; readonly error: string; readonly after?: boolean }
  | { readonly kind: 'cut'; readonly after?: boolean }
  | { readonly kind: 'not-json'; readonly body?: string; readonly after?: boolean };

/** What goes wrong with a call. A delayed one is answered as it should be, only late. */
export type Fault = Blow | { readonly kind: 'delay'; readonly ms: number };

export interface FaultRule {
  readonly fault: Fault;
  /** Web API methods, `response_url` for answers there; all when left out. */
  readonly methods?: readonly string[];
  readonly when?: (call: FaultyCall) => boolean;
  /** From 0 to 1; always when left out. */
  readonly probability?: number;
  /** How often at most. */
  readonly times?: number;
}

export interface FaultyCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Faults by rule; the first rule that applies wins. */
export class Faults {
  readonly #rules: { readonly rule: FaultRule; left: number }[] = [];
  readonly #random: Random;
  #struck = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** How many calls were hit so far. */
  get struck(): number {
    return this.#struck;
  }

  /** Adds a rule; what it returns takes it away again. */
  add(rule: FaultRule): () => void {
    const kept = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
    this.#rules.push(kept);
    return () => {
      kept.left = 0;
    };
  }

  pick(call: FaultyCall): Fault | undefined {
    for (const kept of this.#rules) {
      const { methods, when, probability = 1, fault } = kept.rule;
      const applies =
        kept.left > 0 &&
        (methods?.includes(call.method) ?? true) &&
        (when?.(call) ?? true) &&
        this.#random() < probability;
      if (applies) {
        kept.left -= 1;
        this.#struck += 1;
        return fault;
      }
    }
    return undefined;
  }
}
