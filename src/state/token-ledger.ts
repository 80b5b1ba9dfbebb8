import type { TokenLedger } from '../endpoint/token-budget.ts';
import { StateFile } from './state-file.ts';

const SCHEMA = `
  CREATE TABLE tokens (day TEXT PRIMARY KEY, used INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

const KEPT_DAYS = 60;

/** Tokens used day by day, by all processes together and through restarts. */
export class KeptTokenLedger implements TokenLedger {
  readonly #file: StateFile;

  constructor(stateDir: string) {
    this.#file = new StateFile({ stateDir, name: 'tokens.db', version: 1, schema: SCHEMA });
  }

  add(day: string, tokens: number): number {
    return this.#file.use((database) => {
      const row = database
        .prepare<[string, number], { used: number }>(
          `INSERT INTO tokens VALUES (?, ?)
           ON CONFLICT (day) DO UPDATE SET used = used + excluded.used RETURNING used`,
        )
        .get(day, tokens);
      database
        .prepare(
          'DELETE FROM tokens WHERE day NOT IN (SELECT day FROM tokens ORDER BY day DESC LIMIT ?)',
        )
        .run(KEPT_DAYS);
      return row?.used ?? 0;
    });
  }

  total(day: string): number {
    return this.#file.read(0, (database) => {
      const row = database
        .prepare<[string], { used: number }>('SELECT used FROM tokens WHERE day = ?')
        .get(day);
      return row?.used ?? 0;
    });
  }

  close(): void {
    this.#file.close();
  }
}
