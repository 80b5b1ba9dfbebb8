import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HONEST_FILE, readStored } from '../tests/fakes/openai/honest-model.ts';
import { renderHonestReport } from './honest-report.ts';
import { describeMachine } from './machine.ts';
import { type HonestFigures, measureHonest } from './measure-honest.ts';
import { MODEL_RESULTS_FILE, PROJECT_DIR } from './project.ts';
import { withQuestionSets } from './train/corpora.ts';

const WORDINGS = ['plain', 'free'] as const;

const machine = describeMachine();
const stored = readStored(HONEST_FILE);
const figures: HonestFigures[] = [];
await withQuestionSets(async (sets) => {
  for (const { name, questions, context } of sets.filter(({ mayTeach }) => mayTeach)) {
    const ids = new Set(questions.map(({ id }) => id));
    const ofSet = stored.filter(({ id }) => ids.has(id));
    for (const isAside of [false, true]) {
      const some = ofSet.filter(({ aside }) => aside === isAside);
      if (some.length === 0) continue;
      const set = { name: isAside ? `${name}, aside` : name, questions, context };
      for (const wording of WORDINGS) figures.push(await measureHonest(set, some, wording));
    }
  }
});
const report = renderHonestReport(figures, machine, new Date());
await writeFile(join(PROJECT_DIR, MODEL_RESULTS_FILE), report);
process.stdout.write(report);
