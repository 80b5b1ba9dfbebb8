import { CommanderError } from 'commander';
import { DONE } from './exit-status.ts';
import { explainFailure } from './failure.ts';
import { createProgram } from './program.ts';
import { type Terminal, write } from './terminal.ts';

const DEBUG_LEVELS: ReadonlySet<string | undefined> = new Set(['debug', 'trace']);

async function reportFailure(error: unknown, { stderr, env }: Terminal): Promise<number> {
  const { message, status } = explainFailure(error);
  await write(stderr, `${message}\n`);
  if (DEBUG_LEVELS.has(env.YOUJU_LOG_LEVEL) && error instanceof Error) {
    await write(stderr, `${error.stack}\n`);
  }
  return status;
}

/** Runs one command line and tells its exit status; the only place where a terminal error is caught. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = DONE;
  const program = createProgram(terminal, (said) => {
    status = said;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return DONE;
    return reportFailure(error, terminal);
  }
}
