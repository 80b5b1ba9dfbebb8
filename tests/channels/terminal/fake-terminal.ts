import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { Writable } from 'node:stream';
import { openEditor } from '../../../src/app.ts';
import type { Core, Terminal } from '../../../src/channels/terminal/terminal.ts';
import { addFile, removeDocument } from '../../../src/editing/edit-documents.ts';
import { previewFile } from '../../../src/editing/preview-file.ts';
import { createFakeApp, type FakeApp } from '../fake-app.ts';

class Written extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface FakeTerminal extends Terminal {
  readonly stdout: Written;
  readonly stderr: Written;
}

export interface FakeTerminalOptions {
  readonly app?: FakeApp;
  readonly stdin?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Parts of the core that behave otherwise. */
  readonly core?: Partial<Core>;
}

export const INGESTED = {
  changed: true,
  generation: 'g1',
  refused: [],
  warnings: {},
  documents: 5,
  passages: 2000,
  embedded: 2000,
  tokens: 0,
  seconds: 4.2,
};

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* pieces;
}

/** A terminal that is none (no colours, no progress bar) over a core whose every part succeeds. */
export function createFakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const { app = createFakeApp(), stdin = [], env = {}, folder = tmpdir() } = options;
  const core: Core = {
    createApp: async () => app,
    ingest: async () => INGESTED,
    outline: () => [],
    preview: previewFile,
    addFile,
    openEditor,
    changesBetween: async () => [],
    removeDocument,
    evaluate: async () => ({
      figures: new Map([['answered at all', { share: 1, n: 5 }]]),
      misses: [],
      shortfalls: [],
    }),
    ...options.core,
  };
  return {
    folder,
    env,
    stdin: piecesOf(stdin),
    stdout: new Written(),
    stderr: new Written(),
    signals: new EventEmitter(),
    endWithin: () => undefined,
    loadCore: async () => core,
  };
}
