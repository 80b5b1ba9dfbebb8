import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, changesBetween, createApp, ingest } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { samplePlan } from './sample-plan.ts';

const root = mkdtempSync(join(tmpdir(), 'youju-editions-'));
const seeds = mkdtempSync(join(root, 'seeds-'));
const config = loadConfig({
  YOUJU_LOG_LEVEL: 'silent',
  YOUJU_SEEDS_DIR: seeds,
  YOUJU_INDEX_DIR: join(root, 'index'),
  YOUJU_STATE_DIR: join(root, 'state'),
  // Which document is spoken of is tested here, not how sure an answer must be.
  YOUJU_CAUTION: '0',
});

const planOf = (edition: string, share: string): string =>
  samplePlan('山东省淄博市', edition, share);

let app: App;
beforeAll(async () => {
  writeFileSync(join(seeds, 'draft.txt'), planOf('（草案）', '75%'));
  writeFileSync(join(seeds, 'final.txt'), planOf('', '78%'));
  await ingest(config);
  app = await createApp(config);
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

test('an answer stands on the valid edition and says that there was a former one', async () => {
  const answer = await app.ask('淄博市2030年常住人口城镇化率的目标是多少？');
  expect(answer.answer).toContain('78%');
  expect(new Set(answer.citations.map(({ documentId }) => documentId))).toEqual(new Set(['final']));
  expect(answer.notes.join()).toMatch(/现行的《.*》.*替代了《.*草案/u);
  expect((await app.search('城镇化率')).map(({ passage }) => passage.documentId)).not.toContain(
    'draft',
  );
});

test('the former edition can still be read and asked by its name, and says what took its place', async () => {
  expect(app.documents().map(({ id, replaces, replacedBy }) => [id, replaces, replacedBy])).toEqual(
    [
      ['draft', undefined, 'final'],
      ['final', 'draft', undefined],
    ],
  );
  expect(app.document('draft').document.info.replacedBy).toBe('final');
  const answer = await app.ask('常住人口城镇化率的目标是多少？', { documentIds: ['draft'] });
  expect(answer.answer).toContain('75%');
  expect(answer.notes.join()).toMatch(/草案.*已被.*替代/u);
});

test('what changed between two editions, or a file that was never added', async () => {
  const figures = (changes: Awaited<ReturnType<typeof changesBetween>>) =>
    changes.map(({ pieces }) =>
      pieces.filter((piece) => piece.in !== 'both').map(({ text }) => text),
    );
  expect(figures(app.changes('draft', 'final'))).toEqual([['75%', '78%']]);
  const later = join(root, 'later.txt');
  writeFileSync(later, planOf('（2028年修订）', '80%'));
  expect(figures(await changesBetween(app, 'final', later))).toEqual([['78%', '80%']]);
});
