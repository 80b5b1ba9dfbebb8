import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildIndex } from '../src/indexing/build-index.ts';
import { openIndex } from '../src/indexing/open-index.ts';
import { loadSynonyms } from '../src/understand/load-synonyms.ts';
import { describeMachine } from './machine.ts';
import { measureWording } from './measure-wording.ts';
import { MODEL_RESULTS_FILE, PROJECT_DIR } from './project.ts';
import { loadQuestions } from './questions.ts';
import { renderWordingReport } from './wording-report.ts';

const GOLDEN = join(PROJECT_DIR, 'tests/golden/questions.jsonl');
const seedsDir = join(PROJECT_DIR, 'seeds');

const machine = describeMachine();
const indexDir = await mkdtemp(join(tmpdir(), 'youju-bench-model-'));
try {
  await buildIndex({ seedsDir, indexDir });
  const index = await openIndex({ seedsDir, indexDir });
  const conversations = await loadQuestions(GOLDEN, Number.MAX_SAFE_INTEGER);
  const context = {
    index,
    synonyms: loadSynonyms(seedsDir),
    publicUrl: 'http://127.0.0.1',
    nowMs: () => performance.now(),
    now: () => new Date(),
  };
  const alone = conversations.flatMap((turns) => (turns.length === 1 ? turns : []));
  const measured = await measureWording(context, alone);
  const report = renderWordingReport(measured, machine, new Date());
  await writeFile(join(PROJECT_DIR, MODEL_RESULTS_FILE), report);
  process.stdout.write(report);
  index.close();
} finally {
  await rm(indexDir, { recursive: true, force: true });
}
