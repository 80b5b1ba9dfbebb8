import { randomUUID } from 'node:crypto';
import type { NewEdition } from '../indexing/changed-editions.ts';
import type { Database } from '../indexing/sqlite.ts';
import { IS_BY } from './is-by.ts';
import type { AmongProcesses } from './process-name.ts';
import { StateFile } from './state-file.ts';
import { type DueNews, editionSchema, type Subscribed, type Subscription } from './subscribed.ts';

export interface SubscriptionsOptions extends AmongProcesses {
  readonly stateDir: string;
  readonly now: () => Date;
}

const SCHEMA = `
  CREATE TABLE subscriptions (
    id TEXT PRIMARY KEY,
    receiver TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    heard INTEGER NOT NULL,
    told_ms INTEGER,
    taken INTEGER,
    taken_ms INTEGER,
    owner TEXT,
    UNIQUE (receiver, kind, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subscriptions_by_author ON subscriptions (author);
  CREATE TABLE editions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    generation TEXT NOT NULL,
    edition TEXT NOT NULL
  ) STRICT;
  CREATE TABLE followed (
    generation TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;`;

const COLUMNS = 'id, receiver, author, kind, name, label';
const DAY_MS = 24 * 60 * 60 * 1000;
/** A process that took news longer ago is taken to be gone, whatever its name says. */
const STALE_MS = 15 * 60 * 1000;

interface Row extends Subscription {
  readonly heard: number;
  readonly taken: number | null;
  readonly takenMs: number | null;
  readonly owner: string | null;
}

interface EditionRow {
  readonly number: number;
  readonly generation: string;
  readonly edition: string;
}

/**
 * Who wants to hear of what, and what there is to tell. Each edition is told to a subscription once, and one message
 * a day at most. Every member but `close` throws STATE_UNUSABLE.
 */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #file: StateFile;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({ stateDir, name: 'subscriptions.db', version: 1, schema: SCHEMA });
  }

  /**
   * False where there is one already. What came before is not told.
   * @param generation of the index in force, from which on is told what changes
   */
  add(
    { receiver, author, kind, name, label }: Omit<Subscription, 'id'>,
    generation: string,
  ): boolean {
    return this.#file.use((database) => {
      const add = database.transaction(() => {
        if (countIn(database) === 0) follow(database, generation);
        const { changes } = database
          .prepare(
            `INSERT OR IGNORE INTO subscriptions (${COLUMNS}, heard) VALUES (?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(randomUUID(), receiver, author, kind, name, label, newestIn(database));
        return changes > 0;
      });
      return add.immediate();
    });
  }

  /** Those that are told to somebody, the newest last. */
  of(receiver: string): readonly Subscription[] {
    return this.#file.read([], (database) =>
      database
        .prepare<[string], Subscription>(
          `SELECT ${COLUMNS} FROM subscriptions WHERE receiver = ? ORDER BY kind, label`,
        )
        .all(receiver),
    );
  }

  /** Ends one; undefined where there is none. `receiver` must be whom it is told to. */
  end(id: string, receiver: string): Subscription | undefined {
    return this.#file.read(undefined, (database) =>
      database
        .prepare<[string, string], Subscription>(
          `DELETE FROM subscriptions WHERE id = ? AND receiver = ? RETURNING ${COLUMNS}`,
        )
        .get(id, receiver),
    );
  }

  /** The generation up to which editions are noted; undefined while nobody subscribes. */
  followed(): string | undefined {
    return this.#file.read(undefined, (database) =>
      countIn(database) === 0 ? undefined : followedIn(database),
    );
  }

  /** Notes what a generation brought. */
  note(editions: readonly NewEdition[], generation: string): void {
    this.#file.use((database) => {
      const note = database.transaction(() => {
        const insert = database.prepare('INSERT INTO editions (generation, edition) VALUES (?, ?)');
        for (const edition of editions) insert.run(generation, JSON.stringify(edition));
        follow(database, generation);
      });
      note.immediate();
    });
  }

  /** What is to be told now; from here on it is this process that tells it. */
  take(): readonly DueNews[] {
    return this.#file.read([], (database) =>
      database
        .transaction(() => this.#dueIn(database).map((row) => this.#take(database, row)))
        .immediate(),
    );
  }

  /** It was told, or there was nothing to tell: then it costs no day. */
  heard({ subscription, messageName }: DueNews, wasTold: boolean): void {
    this.#file.use((database) => {
      database
        .prepare(
          `UPDATE subscriptions SET heard = taken, told_ms = CASE WHEN ? THEN ? ELSE told_ms END,
             taken = NULL, taken_ms = NULL, owner = NULL
           WHERE id = ? AND id || ':' || taken = ?`,
        )
        .run(wasTold ? 1 : 0, this.#nowMs(), subscription.id, messageName);
      database
        .prepare('DELETE FROM editions WHERE number <= (SELECT min(heard) FROM subscriptions)')
        .run();
    });
  }

  /** From now on it is about a later edition of its document. */
  goesOn(id: string, { name, label }: Pick<Subscribed, 'name' | 'label'>): void {
    this.#file.use((database) => {
      database
        .prepare('UPDATE OR IGNORE subscriptions SET name = ?, label = ? WHERE id = ?')
        .run(name, label, id);
    });
  }

  /** Deletes those of a person (`slack:T1:U1`, or `U1` alone): what they hear, and what they asked for. */
  forget(person: string): void {
    this.#file.read(undefined, (database) => {
      database
        .prepare(
          `DELETE FROM subscriptions WHERE ${IS_BY} OR ${IS_BY.replaceAll('author', 'receiver')}`,
        )
        .run(person, person, person, person);
      database.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  close(): void {
    this.#file.close();
  }

  #dueIn(database: Database): readonly Row[] {
    const { owner, isAtWork } = this.#options;
    const nowMs = this.#nowMs();
    return database
      .prepare<[number, number], Row>(
        `SELECT ${COLUMNS}, heard, taken, taken_ms AS takenMs, owner FROM subscriptions
         WHERE heard < ? AND (told_ms IS NULL OR told_ms <= ?) ORDER BY id`,
      )
      .all(newestIn(database), nowMs - DAY_MS)
      .filter(
        (row) =>
          row.owner === null ||
          row.owner === owner ||
          !isAtWork(row.owner) ||
          (row.takenMs ?? 0) < nowMs - STALE_MS,
      );
  }

  #take(database: Database, row: Row): DueNews {
    const taken = row.taken ?? newestIn(database);
    const takenMs = row.takenMs ?? this.#nowMs();
    database
      .prepare('UPDATE subscriptions SET taken = ?, taken_ms = ?, owner = ? WHERE id = ?')
      .run(taken, takenMs, this.#options.owner, row.id);
    const rows = database
      .prepare<[number, number], EditionRow>(
        'SELECT number, generation, edition FROM editions WHERE number > ? AND number <= ? ORDER BY number',
      )
      .all(row.heard, taken);
    const { id, receiver, author, kind, name, label } = row;
    return {
      subscription: { id, receiver, author, kind, name, label },
      editions: rows.map(({ edition }) => editionSchema.parse(JSON.parse(edition))),
      messageName: `${id}:${taken}`,
      generation: rows.at(-1)?.generation ?? '',
      isInDoubt: row.taken !== null,
      takenMs,
    };
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }
}

/** Counts on though earlier editions were deleted. */
const newestIn = (database: Database): number =>
  database
    .prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'editions'")
    .get()?.seq ?? 0;

const countIn = (database: Database): number =>
  database.prepare<[], { count: number }>('SELECT count(*) AS count FROM subscriptions').get()
    ?.count ?? 0;

const followedIn = (database: Database): string | undefined =>
  database.prepare<[], { generation: string }>('SELECT generation FROM followed').get()?.generation;

function follow(database: Database, generation: string): void {
  database.prepare('DELETE FROM followed').run();
  database.prepare('INSERT INTO followed VALUES (?)').run(generation);
}
