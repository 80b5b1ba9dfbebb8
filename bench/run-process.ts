import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { PROJECT_DIR } from './project.ts';

export interface ProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface ProcessRun {
  readonly stdout: string;
  /** From its start to its end. */
  readonly seconds: number;
}

/** A terminal command as `npm run youju` starts it. */
export const runYouju = (args: readonly string[], options: ProcessOptions): Promise<ProcessRun> =>
  runNode(
    [createRequire(import.meta.url).resolve('tsx/cli'), 'src/channels/terminal/main.ts', ...args],
    options,
  );

/** A TypeScript file of this folder; Node gets the same loader as this process. */
export const runScript = (
  file: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessRun> =>
  runNode([...process.execArgv, fileURLToPath(new URL(file, import.meta.url)), ...args], options);

/** Throws where it does not end with status 0, with what it said on standard error. */
async function runNode(
  args: readonly string[],
  { env, signal }: ProcessOptions,
): Promise<ProcessRun> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_DIR,
    env: { ...process.env, ...env },
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const seconds = (performance.now() - startedMs) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${said.stderr}`);
  return { stdout: said.stdout, seconds };
}
