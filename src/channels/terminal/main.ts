#!/usr/bin/env node
import { run } from './run.ts';

/** The reader of our output has gone (`youju … | head`): nothing is left to do and nothing is wrong. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  endWithin: (ms) => void setTimeout(() => process.exit(), ms).unref(),
  loadCore: () => import('../../app.ts'),
});
