import { inspect } from 'node:util';

const HIDDEN = '（已设置，不显示）';

/** A key or token that shows itself only when asked by name; printed, logged or serialised it stays hidden. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
