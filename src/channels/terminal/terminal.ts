import { once } from 'node:events';
import type { Environment } from '../../config.ts';

/** What the commands use of Youju. */
export type Core = Pick<
  typeof import('../../app.ts'),
  | 'addFile'
  | 'changesBetween'
  | 'createApp'
  | 'evaluate'
  | 'ingest'
  | 'openEditor'
  | 'outline'
  | 'preview'
  | 'removeDocument'
>;

export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What a command may touch of its process; tests hand in their own. */
export interface Terminal {
  /** The working folder, where a `.env` may lie. */
  readonly folder: string;
  readonly env: Environment;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Emits SIGINT and SIGTERM. */
  readonly signals: NodeJS.EventEmitter;
  /** Lets a process that is done end by itself, and ends it after so long where a package still holds it. */
  readonly endWithin: (ms: number) => void;
  /** Loaded on first use, so that help and wrong usage answer at once. */
  readonly loadCore: () => Promise<Core>;
}

/** Waits while the reader is slower than we are; rejects when the reader has gone. */
export async function write(output: Output, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

/** Columns to wrap at; null where the output is no terminal. */
export function widthOf(output: Output): number | null {
  return output.isTTY ? (output.columns ?? 80) : null;
}

export function hasColour({ stdout, env }: Terminal): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
