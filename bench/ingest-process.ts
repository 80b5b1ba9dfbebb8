/** A process of its own, so that its peak memory is that of one ingestion. Folders come from the environment. */
import { ingest } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { type IngestResult, peakBytes } from './process-results.ts';

const { passages } = await ingest(loadConfig(process.env));
process.stdout.write(JSON.stringify({ passages, peakBytes: peakBytes() } satisfies IngestResult));
