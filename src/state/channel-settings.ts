import { z } from 'zod';
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
    this.#file = new StateFile({ stateDir, name: 'settings.db', version: 1, schema: SCHEMA });
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
    this.#file.use((database) => {
      database
        .prepare(
          areOn
            ? 'INSERT OR IGNORE INTO follow_ups VALUES (?)'
            : 'DELETE FROM follow_ups WHERE channel = ?',
        )
        .run(channel);
    });
  }

  /** Documents a conversation is bound to; null where it is not. */
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
