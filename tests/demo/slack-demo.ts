/** `npm run slack:demo`: a conversation to watch, without a workspace. */
import { explainFailure } from '../../src/channels/terminal/failure.ts';
import { type Terminal, write } from '../../src/channels/terminal/terminal.ts';
import { playDemo } from './play-demo.ts';

const terminal: Terminal = {
  folder: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  endWithin: () => undefined,
  loadCore: () => import('../../src/app.ts'),
};

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort());

try {
  await playDemo(terminal, interruption.signal);
} catch (error) {
  if (interruption.signal.aborted) process.exitCode = 130;
  else {
    const { message, status } = explainFailure(error);
    await write(terminal.stderr, `${message}\n`);
    process.exitCode = status;
  }
}
