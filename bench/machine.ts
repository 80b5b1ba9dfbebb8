import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_DIR, RESULTS_FILES } from './project.ts';

/** What the figures depend on beside the code. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** Processes that wanted a core in the minute before: near 0 on a quiet machine. */
  readonly load: number;
  readonly node: string;
  /** Name and version. */
  readonly packages: readonly string[];
  readonly commit: string;
}

const PACKAGES = ['better-sqlite3', 'hnswlib-node', 'nodejieba', '@slack/bolt', 'undici', 'tsx'];
const packageSchema = z.object({ version: z.string() });

export const describeMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  system: `${type()} ${release()} ${arch()}`,
  load: loadavg()[0] ?? 0,
  node: process.version,
  packages: PACKAGES.map((name) => `${name} ${versionOf(name)}`),
  commit: commit(),
});

function versionOf(name: string): string {
  const file = join(PROJECT_DIR, 'node_modules', name, 'package.json');
  return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: PROJECT_DIR, encoding: 'utf8' }).trim();
  const others = RESULTS_FILES.map((file) => `:!${file}`);
  const isChanged = git('status', '--porcelain', '--', '.', ...others) !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with uncommitted changes' : ''}`;
}
