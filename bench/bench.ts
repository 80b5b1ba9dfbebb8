import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { describeMachine } from './machine.ts';
import { type Measurement, measure } from './measure.ts';
import { PROJECT_DIR, RESULTS_FILE } from './project.ts';
import { measureReading, READING_TITLE, renderReading } from './reading.ts';
import { renderReport } from './report.ts';

const USAGE = `npm run bench -- [--scales 1,10,100] [--questions N] [--keep] [--only-files]

  --scales     how many times the seeds are in the corpus, one measurement each (default 1,10,100)
  --questions  golden questions asked at each scale (default: all)
  --keep       leave corpora and indexes in their temporary folder
  --only-files measure the reading of files and leave the other figures as they are
`;

const count = z.coerce.number<string>().int().positive();
const optionsSchema = z.object({
  scales: z
    .string()
    .default('1,10,100')
    .transform((text) => text.split(','))
    .pipe(z.array(count)),
  questions: count.default(Number.MAX_SAFE_INTEGER),
  keep: z.boolean().default(false),
  'only-files': z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interruption.abort());
}

const { values } = parseArgs({
  options: {
    scales: { type: 'string' },
    questions: { type: 'string' },
    keep: { type: 'boolean' },
    'only-files': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const options = optionsSchema.safeParse(values);
if (!options.success) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (options.data.help) process.stdout.write(USAGE);
else await bench(options.data);

async function bench({ scales, questions, keep, 'only-files': onlyFiles }: Options): Promise<void> {
  const machine = describeMachine();
  const temporary = await mkdtemp(join(tmpdir(), 'youju-bench-'));
  try {
    const measurements: Measurement[] = [];
    for (const scale of onlyFiles ? [] : scales) {
      const folder = join(temporary, `${scale}x`);
      await mkdir(folder);
      const onProgress = (what: string) => console.error(`${scale}×: ${what}`);
      const { signal } = interruption;
      measurements.push(await measure({ scale, questions, folder, signal, onProgress }));
      if (!keep) await remove(folder);
    }
    const reading = renderReading(
      await measureReading(temporary, interruption.signal),
      machine,
      new Date(),
    );
    const figures = onlyFiles
      ? await withoutReading()
      : renderReport({ machine, measuredAt: new Date(), measurements });
    const report = `${figures.trimEnd()}\n\n${reading}`;
    await writeFile(join(PROJECT_DIR, RESULTS_FILE), report);
    process.stdout.write(report);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    console.error('interrupted, nothing written');
    process.exitCode = 130;
  } finally {
    if (keep) console.error(`kept: ${temporary}`);
    else await remove(temporary);
  }
}

/** The report as it stands, up to the files. */
async function withoutReading(): Promise<string> {
  const report = await readFile(join(PROJECT_DIR, RESULTS_FILE), 'utf8');
  return report.split(READING_TITLE)[0] ?? report;
}

/** A process that is being ended may still be writing. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
