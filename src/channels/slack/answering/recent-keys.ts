/** Slack redelivers for about six minutes; so many questions are asked in no such time. */
const MOST = 20_000;

/** Keys of questions accepted by this process, for when the ledger fails. */
export class RecentKeys {
  readonly #keys = new Set<string>();

  /** False where either is known. */
  add(key: string, messageKey: string | null): boolean {
    const keys = messageKey === null ? [key] : [key, messageKey];
    const isNew = keys.every((one) => !this.#keys.has(one));
    for (const one of keys) this.#keys.add(one);
    for (const oldest of this.#keys) {
      if (this.#keys.size <= MOST) break;
      this.#keys.delete(oldest);
    }
    return isNew;
  }
}
