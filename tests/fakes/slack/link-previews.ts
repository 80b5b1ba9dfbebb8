import type { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** Where an unfurl goes: a message, or a preview while somebody still writes. */
export type PreviewTarget =
  | { readonly source: 'conversations_history'; readonly channel: string; readonly ts: string }
  | { readonly source: 'composer'; readonly url: string };

/** What `unfurl_id` of events stands for, and what people see before they send. */
export class LinkPreviews {
  readonly #targets = new Map<string, PreviewTarget>();
  readonly #previews = new Map<string, Readonly<Record<string, Fields>>>();
  readonly #mint: (prefix: string) => string;
  readonly #changed: () => void;

  constructor(mint: (prefix: string) => string, changed: () => void) {
    this.#mint = mint;
    this.#changed = changed;
  }

  register(target: PreviewTarget): string {
    const id = this.#mint('Uf');
    this.#targets.set(id, target);
    return id;
  }

  /** @throws Refusal when there is none of this id and source */
  target(id: string, source: unknown): PreviewTarget {
    const target = this.#targets.get(id);
    if (target?.source !== source || target === undefined) {
      throw new Refusal('cannot_find_message');
    }
    return target;
  }

  show(id: string, unfurls: Readonly<Record<string, Fields>>): void {
    this.#previews.set(id, { ...this.#previews.get(id), ...unfurls });
    this.#changed();
  }

  /** What somebody sees while writing, by address. */
  shown(id: string): Readonly<Record<string, Fields>> {
    return this.#previews.get(id) ?? {};
  }
}
