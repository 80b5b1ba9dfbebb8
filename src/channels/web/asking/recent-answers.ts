import type { Answer } from '../../../model.ts';
import type { Asked } from './asked.ts';

export interface GivenAnswer {
  readonly asked: Asked;
  readonly answer: Answer;
}

/** Some minutes of a busy house; each is a few kilobytes, its retrieved passages being those of the index. */
const MAX_ANSWERS = 300;

/** The answers given last, by id: whoever shares or exports one means the very answer that was read. */
export class RecentAnswers {
  readonly #given = new Map<string, GivenAnswer>();

  keep(id: string, given: GivenAnswer): void {
    this.#given.set(id, given);
    const [oldest] = this.#given.keys();
    if (this.#given.size > MAX_ANSWERS && oldest !== undefined) this.#given.delete(oldest);
  }

  /** Undefined where it was given long ago, or before a restart. */
  find(id: string): GivenAnswer | undefined {
    return this.#given.get(id);
  }
}
