import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NeverHappened } from '../../tests/fakes/slack/changes.ts';
import { describeMachine } from '../machine.ts';
import { PROJECT_DIR, SLACK_RESULTS_FILE } from '../project.ts';
import { loadQuestions } from '../questions.ts';
import { runYouju } from '../run-process.ts';
import { measureAcks } from './measure-acks.ts';
import { measureBurst } from './measure-burst.ts';
import { measureChaos } from './measure-chaos.ts';
import { measureCutStreams } from './measure-cut-streams.ts';
import { measureMemory } from './measure-memory.ts';
import { measurePace } from './measure-pace.ts';
import { type Measured, type Part, runPart } from './run-part.ts';
import { type Measurements, renderSlackReport } from './slack-report.ts';

const USAGE = `npm run bench:slack -- [--only acks,pace,burst,chaos,streams,memory] [--transports socket,http] [--rounds N]
  [--seconds N] [--questions N] [--soak-minutes N]

  --only          measure these alone; of the others the results stay as they are
  --transports    how events come in (default socket,http)
  --rounds        how often acknowledgements and pace are measured, for a machine that others use too (default 1)
  --seconds       how long questions come at an even pace (default 120)
  --questions     questions asked while everything goes wrong (default 1000)
  --soak-minutes  how long memory is watched (default 3)
`;

const PARTS = ['acks', 'pace', 'burst', 'chaos', 'streams', 'memory'] as const;
const list = <Item extends string>(items: readonly [Item, ...Item[]]) =>
  z
    .string()
    .default(items.join(','))
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(items)));
const count = (byDefault: number) => z.coerce.number<string>().int().positive().default(byDefault);
const optionsSchema = z.object({
  only: list(PARTS),
  transports: list(['socket', 'http']),
  rounds: count(1),
  seconds: count(120),
  questions: count(1_000),
  'soak-minutes': count(3),
  help: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

const PER_SECOND = 5;
const ACK_SECONDS = 20;
/** At five questions a second each of them asks three a minute. */
const TOWN = 100;
/** Fifty at a time ask as fast as they are answered. */
const CROWD = 500;
/** So many write at once; half of them from another workspace. */
const BURST = { size: 200, ofTwoWorkspaces: true, isLimited: true };
const KILLS = 20;
const CHAOS = { seed: 1, redeliveredWithinMs: 5_000 };
/** As Slack tries: at once, after a minute and after five more, only sooner. */
const REDELIVERY = { delaysMs: [50, 20_000, 100_000] };

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    transports: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    questions: { type: 'string' },
    'soak-minutes': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const options = optionsSchema.safeParse(values);
if (!options.success) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (options.data.help) process.stdout.write(USAGE);
else await bench(options.data);

async function bench(chosen: Options): Promise<void> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), 'youju-bench-slack-'));
  try {
    const measurements = await measureAll(chosen, folder);
    const file = join(PROJECT_DIR, SLACK_RESULTS_FILE);
    const earlier = existsSync(file) ? await readFile(file, 'utf8') : '';
    const report = renderSlackReport({ machine, measuredAt: new Date(), ...measurements }, earlier);
    await writeFile(file, report);
    process.stdout.write(report);
    const wrong = measurements.chaos.flatMap((measured) => measured.wrong);
    for (const one of wrong) console.error(one);
    if (wrong.length > 0) process.exitCode = 1;
  } catch (error) {
    // What the fake Slack says of itself shows all that people see there.
    if (!(error instanceof NeverHappened)) throw error;
    console.error(error.message.split('\n', 1)[0]);
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function measureAll(
  { only, transports, rounds, seconds, questions, 'soak-minutes': minutes }: Options,
  folder: string,
): Promise<Measurements> {
  const indexDir = join(folder, 'index');
  console.error('building the index');
  const { signal } = new AbortController();
  await runYouju(['ingest'], { env: { YOUJU_INDEX_DIR: indexDir }, signal });
  const golden = join(PROJECT_DIR, 'tests/golden/questions.jsonl');
  const conversations = await loadQuestions(golden, Number.MAX_SAFE_INTEGER);
  const run = <Measurement extends object>(
    name: (typeof PARTS)[number],
    part: Omit<Part<Measurement>, 'name' | 'transports'>,
  ): Promise<Measured<Measurement>[]> => {
    const chosen = only.includes(name) ? transports : [];
    return runPart({ name, transports: chosen, ...part }, { indexDir, conversations, folder });
  };
  return {
    acks: await run('acks', {
      rounds,
      size: CROWD,
      measure: (session) => measureAcks(session, ACK_SECONDS),
    }),
    paces: await run('pace', {
      rounds,
      size: TOWN,
      measure: (session) =>
        measurePace(session, { perSecond: PER_SECOND, count: PER_SECOND * seconds }),
    }),
    bursts: await run('burst', { rounds, ...BURST, measure: measureBurst }),
    chaos: await run('chaos', {
      rounds: 1,
      size: TOWN,
      redelivery: REDELIVERY,
      measure: (session, transport) =>
        measureChaos(session, { ...CHAOS, questions, perSecond: PER_SECOND, transport }),
    }),
    streams: await run('streams', {
      rounds: 1,
      size: KILLS,
      isAgent: true,
      measure: (session) => measureCutStreams(session, KILLS),
    }),
    memories: await run('memory', {
      rounds: 1,
      size: TOWN,
      measure: (session) => measureMemory(session, { minutes, perSecond: PER_SECOND }),
    }),
  };
}
