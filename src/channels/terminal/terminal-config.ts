import path from 'node:path';
import type { Config, Environment } from '../../config.ts';
import type { Terminal } from './terminal.ts';

/** A command that ends soon speaks to the person; only a server keeps a log of every answer. */
const QUIET: Environment = { YOUJU_LOG_LEVEL: 'warn' };

/** The environment as configuration; `.env` in the working folder says what the environment leaves out. */
export async function loadTerminalConfig(
  { folder, env }: Terminal,
  defaults: Environment = QUIET,
): Promise<Config> {
  const { loadConfig, readEnvFile } = await import('../../config.ts');
  return loadConfig({ ...defaults, ...readEnvFile(path.join(folder, '.env')), ...env });
}
