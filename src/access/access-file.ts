import { type Stats, statSync } from 'node:fs';
import type { DocumentInfo } from '../model.ts';
import {
  type AccessRule,
  admits,
  hiddenDocuments,
  namingNothing,
  type Viewer,
} from './access-rules.ts';
import { loadAccess } from './load-access.ts';

export interface AccessLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What somebody may see by the rules of one moment. */
export interface Rights {
  /** The same for the same rights under the same rules. */
  readonly key: string;
  /** How often the rules have changed. */
  readonly version: number;
  /** Ids of those documents that they may not see. */
  hiddenAmong(documents: readonly DocumentInfo[]): ReadonlySet<string>;
}

/**
 * Who may see what, as the file says now. A file that is changed counts from the next question on; one that is broken
 * or gone changes nothing: nobody sees more than before.
 */
export class AccessFile {
  readonly #file: string;
  readonly #log: AccessLog;
  #rules: readonly AccessRule[];
  #version = 1;
  #stamp: string;

  /** Throws CONFIG_INVALID. */
  constructor(file: string, log: AccessLog) {
    this.#file = file;
    this.#log = log;
    this.#stamp = stampOf(file);
    this.#rules = loadAccess(file);
  }

  rightsOf(viewer: Viewer): Rights {
    this.#follow();
    const rules = this.#rules;
    const version = this.#version;
    const admitting = new Set(rules.filter((rule) => admits(rule, viewer)));
    return {
      key: [version, ...rules.map((rule) => Number(admitting.has(rule)))].join(' '),
      version,
      hiddenAmong: (documents) => hiddenDocuments(documents, rules, (rule) => admitting.has(rule)),
    };
  }

  /** Documents and places that the rules speak of and that are not there. */
  namingNothing(documents: readonly DocumentInfo[]): readonly string[] {
    return namingNothing(this.#rules, documents);
  }

  #follow(): void {
    const stamp = stampOf(this.#file);
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    try {
      this.#rules = loadAccess(this.#file);
      this.#version += 1;
      this.#log.info({ file: this.#file }, 'access rules changed');
    } catch (error) {
      this.#log.error({ err: error }, 'access rules cannot be read, the former stay in force');
    }
  }
}

/** Changes with the file; a file put in place of another counts as changed. */
function stampOf(file: string): string {
  const stats: Stats | undefined = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
