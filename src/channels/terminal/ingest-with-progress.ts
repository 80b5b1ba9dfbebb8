import type { Config } from '../../config.ts';
import { Interrupted } from './failure.ts';
import { createProgress } from './progress.ts';
import type { Core, Terminal } from './terminal.ts';

type IngestSummary = Awaited<ReturnType<Core['ingest']>>;

/** Ingests, showing how far it is; Ctrl-C gives up and leaves the index that was there. */
export async function ingestWithProgress(
  terminal: Terminal,
  config: Config,
  options: { readonly force?: boolean } = {},
): Promise<IngestSummary> {
  const { ingest } = await terminal.loadCore();
  const progress = await createProgress(terminal.stderr);
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  terminal.signals.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await ingest(config, {
      ...options,
      signal: interruption.signal,
      onProgress: progress.show,
    });
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    throw new Interrupted('已中断。原有索引没有改动，可以照常使用。', { cause: error });
  } finally {
    terminal.signals.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    progress.stop();
  }
}
