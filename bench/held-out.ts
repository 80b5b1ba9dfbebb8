import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The figures of questions that nothing was learnt from, on plans dropped into an empty folder as a newcomer would:
 * `npm run eval:held-out [-- --floors FILE]`. What is said of the misses stays with whoever asks for it by `youju eval`.
 */
const ROOT = join(import.meta.dirname, '..');
const QUESTIONS = join(ROOT, 'tests/golden/held-out/plans-3.jsonl');

const work = mkdtempSync(join(tmpdir(), 'youju-held-out-'));
try {
  const seedsDir = join(work, 'seeds');
  cpSync(join(ROOT, 'tests/corpora/plans'), seedsDir, { recursive: true });
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
  process.exitCode = youju('ingest') || youju('eval', QUESTIONS, ...process.argv.slice(2));
} finally {
  rmSync(work, { recursive: true, force: true });
}
