import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The figures of questions that nothing was learnt from, on texts dropped into an empty folder as a newcomer would:
 * `npm run eval:held-out`; with `-- --floors` they must not fall below those that lie beside the questions. What is
 * said of the misses stays with whoever asks for it by `youju eval`.
 */
const ROOT = join(import.meta.dirname, '..');
const HELD_OUT = join(ROOT, 'tests/golden/held-out');
const SETS = [
  { texts: 'plans', questions: 'plans-3' },
  { texts: 'measures', questions: 'policies-4' },
] as const;

/** The status of the last process that ran: 0 where all went well. */
function figuresOf({ texts, questions }: (typeof SETS)[number], withFloors: boolean): number {
  const work = mkdtempSync(join(tmpdir(), 'youju-held-out-'));
  try {
    const seedsDir = join(work, 'seeds');
    cpSync(join(ROOT, 'tests/corpora', texts), seedsDir, { recursive: true });
    const youju = (...words: readonly string[]): number =>
      spawnSync(
        process.execPath,
        ['--import', 'tsx', join(ROOT, 'src/channels/terminal/main.ts'), ...words],
        {
          stdio: 'inherit',
          env: {
            ...process.env,
            YOUJU_SEEDS_DIR: seedsDir,
            YOUJU_INDEX_DIR: join(work, 'index'),
            YOUJU_STATE_DIR: join(work, 'state'),
          },
        },
      ).status ?? 1;
    const floors = withFloors ? ['--floors', join(HELD_OUT, `${questions}.floors.json`)] : [];
    return youju('ingest') || youju('eval', join(HELD_OUT, `${questions}.jsonl`), ...floors);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const withFloors = process.argv.includes('--floors');
process.exitCode = Math.max(...SETS.map((set) => figuresOf(set, withFloors)));
