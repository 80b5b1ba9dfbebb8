/** A process of its own, so that its peak memory is that of one file, which is its argument. */
import { performance } from 'node:perf_hooks';
import { preview } from '../src/app.ts';
import { peakBytes, type ReadResult } from './process-results.ts';

const [file = ''] = process.argv.slice(2);
const before = peakBytes();
const startedMs = performance.now();
const read = await preview(file);
const result: ReadResult = {
  readMs: performance.now() - startedMs,
  outcome: read.ok ? 'read' : read.error.code,
  peakBytes: peakBytes(),
  grownBytes: peakBytes() - before,
};
process.stdout.write(JSON.stringify(result));
// The worker that reads files waits for more of them.
process.exit();
