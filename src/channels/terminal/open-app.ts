import type { App } from '../../app.ts';
import type { Config } from '../../config.ts';
import { type ErrorCode, YoujuError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { ingestWithProgress } from './ingest-with-progress.ts';
import type { Terminal } from './terminal.ts';

/** What an ingestion mends. A damaged index is left for the person to see. */
const MENDED_BY_INGESTION: ReadonlySet<ErrorCode> = new Set(['INDEX_MISSING', 'INDEX_STALE']);

/**
 * Opens Youju, building the index first where it is missing or stale; not where a model elsewhere would have to be
 * paid for it, which only `ingest` does.
 */
export async function openApp(terminal: Terminal, config: Config, log?: Logger): Promise<App> {
  const core = await terminal.loadCore();
  try {
    return await core.createApp(config, log);
  } catch (error) {
    const isMendable = error instanceof YoujuError && MENDED_BY_INGESTION.has(error.code);
    if (!isMendable || config.openai.embeddingModel !== null) throw error;
    await ingestWithProgress(terminal, config);
    return core.createApp(config, log);
  }
}

/** Hands an opened Youju to `use` and closes it whatever happens. */
export async function withApp<Result>(
  terminal: Terminal,
  config: Config,
  use: (app: App) => Promise<Result>,
): Promise<Result> {
  const app = await openApp(terminal, config);
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
