import type { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** Where the bytes of a file lie. */
export const FILES_PATH = 'files';

interface Kept {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What Slack says of its size, where that is not what it is. */
  readonly size?: number;
}

/** Files that people put into Slack. */
export class DroppedFiles {
  readonly #kept = new Map<string, Kept>();
  readonly #mint: (prefix: string) => string;
  readonly #origin: () => string;

  constructor(mint: (prefix: string) => string, origin: () => string) {
    this.#mint = mint;
    this.#origin = origin;
  }

  /** As it stands in the event that brings it. */
  add(name: string, bytes: Uint8Array): Fields {
    const id = this.#mint('F');
    this.#kept.set(id, { name, bytes });
    return this.infoOf(id);
  }

  /** A place where the app may put a file. */
  promise(name: string): Fields {
    const id = this.#mint('F');
    this.#kept.set(id, { name, bytes: new Uint8Array() });
    return { file_id: id, upload_url: `${this.#origin()}/${FILES_PATH}/${id}` };
  }

  receive(id: string, bytes: Uint8Array): void {
    const kept = this.#kept.get(id);
    if (kept) this.#kept.set(id, { ...kept, bytes });
  }

  /** From now on Slack says that it is as large. */
  saySize(id: string, size: number): void {
    const kept = this.#kept.get(id);
    if (kept) this.#kept.set(id, { ...kept, size });
  }

  remove(id: string): void {
    this.#kept.delete(id);
  }

  /** @throws Refusal for a file that is not there */
  infoOf(id: string): Fields {
    const kept = this.#kept.get(id);
    if (!kept) throw new Refusal('file_not_found');
    const { name, bytes, size = bytes.length } = kept;
    const url = `${this.#origin()}/${FILES_PATH}/${id}`;
    return { id, name, title: name, size, mode: 'hosted', url_private_download: url };
  }

  bytesOf(id: string): Uint8Array | undefined {
    return this.#kept.get(id)?.bytes;
  }
}
