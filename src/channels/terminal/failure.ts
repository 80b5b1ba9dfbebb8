import { CommanderError } from 'commander';
import { type ErrorCode, YoujuError } from '../../errors.ts';
import { toPlainLine } from '../plain-text.ts';
import { FAILED, INTERRUPTED, WRONG_USAGE } from './exit-status.ts';
import { usageMessage } from './usage.ts';

/** The person pressed Ctrl-C; the message says what state things are left in. */
export class Interrupted extends Error {}

export interface Failure {
  /** One line. */
  readonly message: string;
  readonly status: number;
}

const WRONG_USAGE_CODES: ReadonlySet<ErrorCode> = new Set(['DOCUMENT_UNKNOWN', 'INPUT_INVALID']);

/** What went wrong and what to do, in one line for the person. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { message: `用法不对：${usageMessage(error)}`, status: WRONG_USAGE };
  }
  if (error instanceof Interrupted) {
    return { message: toPlainLine(error.message), status: INTERRUPTED };
  }
  if (error instanceof YoujuError) {
    const status = WRONG_USAGE_CODES.has(error.code) ? WRONG_USAGE : FAILED;
    return { message: `出错：${toPlainLine(error.message)}`, status };
  }
  const cause = toPlainLine(error instanceof Error ? error.message : String(error));
  const message = `意外出错：${cause}。要看细节，请设 YOUJU_LOG_LEVEL=debug 再试一次。`;
  return { message, status: FAILED };
}
