import { z } from 'zod';
import type { Database } from '../indexing/sqlite.ts';
import { StateFile } from './state-file.ts';

const SCHEMA = `
  CREATE TABLE follow_ups (
    channel TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE scopes (
    conversation TEXT PRIMARY KEY,
    document_ids TEXT NOT NULL,
    set_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`;

const WITH_DOCUMENTS = `
  CREATE TABLE channel_documents (
    channel TEXT PRIMARY KEY,
    document_ids TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** What the people of a channel chose for it. */
export interface ChannelChoice {
  /** Documents that are asked there unless a conversation chooses others; none for all. */
  readonly documentIds: readonly string[];
  /** Whether a thread goes on without a mention. */
  readonly hasFollowUps: boolean;
}

export interface ChannelSettingsOptions {
  readonly stateDir: string;
  /** Days that a conversation stays bound to documents. */
  readonly retentionDays: number;
  readonly now: () => Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const documentIdsSchema = z.array(z.string());

/**
 * What people chose for a channel or a conversation. Every member but `close` throws STATE_UNUSABLE where it
 * cannot be read or written.
 */
export class ChannelSettings {
  readonly #options: ChannelSettingsOptions;
  readonly #file: StateFile;

  constructor(options: ChannelSettingsOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({
      stateDir,
      name: 'settings.db',
      version: 2,
      schema: SCHEMA,
      upgrades: [WITH_DOCUMENTS],
    });
  }

  /** Channels where a thread goes on without a mention. */
  channelsWithFollowUps(): readonly string[] {
    return this.#file.read([], (database) =>
      database
        .prepare<[], { channel: string }>('SELECT channel FROM follow_ups ORDER BY channel')
        .all()
        .map(({ channel }) => channel),
    );
  }

  hasFollowUps(channel: string): boolean {
    return this.#file.read(
      false,
      (database) =>
        database.prepare('SELECT 1 FROM follow_ups WHERE channel = ?').get(channel) !== undefined,
    );
  }

  setFollowUps(channel: string, areOn: boolean): void {
    this.#file.use((database) => setFollowUps(database, channel, areOn));
  }

  choiceOf(channel: string): ChannelChoice {
    return this.#file.read({ documentIds: [], hasFollowUps: false }, (database) =>
      choiceIn(database, channel),
    );
  }

  /** False where nothing is other than it was. */
  choose(channel: string, choice: ChannelChoice): boolean {
    return this.#file.use((database) => {
      const choose = database.transaction(() => {
        if (JSON.stringify(choiceIn(database, channel)) === JSON.stringify(choice)) return false;
        const { documentIds, hasFollowUps } = choice;
        setFollowUps(database, channel, hasFollowUps);
        database.prepare('DELETE FROM channel_documents WHERE channel = ?').run(channel);
        if (documentIds.length > 0)
          database
            .prepare('INSERT INTO channel_documents VALUES (?, ?)')
            .run(channel, JSON.stringify(documentIds));
        return true;
      });
      return choose.immediate();
    });
  }

  /** Documents a conversation is bound to, none where to all of them on purpose; null where it is not bound. */
  scopeOf(conversation: string): readonly string[] | null {
    return this.#file.read(null, (database) => {
      const row = database
        .prepare<[string, number], { ids: string }>(
          'SELECT document_ids AS ids FROM scopes WHERE conversation = ? AND set_ms >= ?',
        )
        .get(conversation, this.#oldestMs());
      return row ? documentIdsSchema.parse(JSON.parse(row.ids)) : null;
    });
  }

  setScope(conversation: string, documentIds: readonly string[] | null): void {
    this.#file.use((database) => {
      database
        .prepare('DELETE FROM scopes WHERE conversation = ? OR set_ms < ?')
        .run(conversation, this.#oldestMs());
      if (documentIds !== null)
        database
          .prepare('INSERT INTO scopes VALUES (?, ?, ?)')
          .run(conversation, JSON.stringify(documentIds), this.#options.now().getTime());
    });
  }

  close(): void {
    this.#file.close();
  }

  #oldestMs(): number {
    const { now, retentionDays } = this.#options;
    return now().getTime() - retentionDays * DAY_MS;
  }
}

function choiceIn(database: Database, channel: string): ChannelChoice {
  const row = database
    .prepare<[string], { ids: string }>(
      'SELECT document_ids AS ids FROM channel_documents WHERE channel = ?',
    )
    .get(channel);
  return {
    documentIds: row ? documentIdsSchema.parse(JSON.parse(row.ids)) : [],
    hasFollowUps:
      database.prepare('SELECT 1 FROM follow_ups WHERE channel = ?').get(channel) !== undefined,
  };
}

function setFollowUps(database: Database, channel: string, areOn: boolean): void {
  database
    .prepare(
      areOn
        ? 'INSERT OR IGNORE INTO follow_ups VALUES (?)'
        : 'DELETE FROM follow_ups WHERE channel = ?',
    )
    .run(channel);
}
