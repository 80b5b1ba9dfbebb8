import type { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** One run of the app's workflow step. */
export interface Step {
  readonly id: string;
  readonly callbackId: string;
  readonly inputs: Fields;
  /** What the app must use while it works on this step. */
  readonly token: string;
  /** How it ended, if it has. */
  readonly outputs?: Fields;
  readonly error?: string;
}

export class Steps {
  readonly #steps = new Map<string, Step>();
  readonly #mint: (prefix: string) => string;
  readonly #changed: () => void;

  constructor(mint: (prefix: string) => string, changed: () => void) {
    this.#mint = mint;
    this.#changed = changed;
  }

  start(callbackId: string, inputs: Fields): Step {
    const id = this.#mint('Fx');
    const step: Step = { id, callbackId, inputs, token: `xwfp-${id}` };
    this.#steps.set(id, step);
    return step;
  }

  find(id: string): Step | undefined {
    return this.#steps.get(id);
  }

  /** Tokens stop working when their step ends. */
  isOpenToken(token: string): boolean {
    return [...this.#steps.values()].some((step) => step.token === token && !hasEnded(step));
  }

  /** @throws Refusal when there is no such run or it has ended */
  finish(id: string, outcome: { readonly outputs: Fields } | { readonly error: string }): void {
    const step = this.#steps.get(id);
    if (!step) {
      throw new Refusal('function_execution_not_found');
    }
    if (hasEnded(step)) {
      throw new Refusal('function_execution_already_completed');
    }
    this.#steps.set(id, { ...step, ...outcome });
    this.#changed();
  }
}

const hasEnded = ({ outputs, error }: Step): boolean =>
  outputs !== undefined || error !== undefined;
