import { IS_BY } from './is-by.ts';
import { StateFile } from './state-file.ts';

const SCHEMA = `
  CREATE TABLE greeted (
    author TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;`;

/** Whom we have met, so that nobody is greeted twice. Every member but `close` throws STATE_UNUSABLE. */
export class Greeted {
  readonly #file: StateFile;

  constructor({ stateDir }: { readonly stateDir: string }) {
    this.#file = new StateFile({ stateDir, name: 'greeted.db', version: 1, schema: SCHEMA });
  }

  /** Notes a person or a place, e.g. slack:T1:U1; true the first time. */
  isFirst(name: string): boolean {
    return this.#file.use(
      (database) =>
        database.prepare('INSERT OR IGNORE INTO greeted VALUES (?)').run(name).changes > 0,
    );
  }

  /** Forgets a person (`slack:T1:U1`, or `U1` alone). */
  forget(person: string): void {
    this.#file.read(undefined, (database) => {
      database.prepare(`DELETE FROM greeted WHERE ${IS_BY}`).run(person, person);
    });
  }

  close(): void {
    this.#file.close();
  }
}
