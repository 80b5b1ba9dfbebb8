import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type App, createApp, ingest } from '../src/app.ts';
import { type Config, loadConfig } from '../src/config.ts';
import { createWorkspace, planText, type Workspace } from './indexing/workspace.ts';

const CARE = '发展普惠养老服务，建设社区日间照料中心，到2025年养老床位达到3000张。';
const ROADS = '新建农村公路120公里，改造国道省道，完善城乡路网，方便群众出行。';
const SCHOOLS = '新建中小学校8所，扩大学前教育资源，提高教师待遇，办人民满意的教育。';

function configOf({ seedsDir, indexDir }: Workspace): Config {
  return loadConfig({
    YOUJU_SEEDS_DIR: seedsDir,
    YOUJU_INDEX_DIR: indexDir,
    YOUJU_STATE_DIR: join(dirname(seedsDir), 'state'),
    YOUJU_LOG_LEVEL: 'silent',
  });
}

async function open(config: Config): Promise<App> {
  const app = await createApp(config);
  onTestFinished(() => app.close());
  return app;
}

const idOf = (app: App, words: string): string =>
  app.document('east').passages.find(({ kind, text }) => kind === 'text' && text.includes(words))
    ?.id ?? '';

test('a link from an older index finds its words, or what has taken their place', async () => {
  const workspace = createWorkspace({ 'east.txt': planText('东城区', [CARE, ROADS, SCHOOLS]) });
  const config = configOf(workspace);
  await ingest(config);
  const app = await open(config);
  const [care, roads, schools] = [CARE, ROADS, SCHOOLS].map((words) => idOf(app, words));

  const reworded = CARE.replace('3000', '3500');
  workspace.write('east.txt', planText('东城区', [ROADS, reworded, SCHOOLS]));
  expect(await ingest(config)).toMatchObject({ changed: true });
  // Another process built it: this one picks it up when it is asked next.
  await app.search('公路');

  expect(app.whereabouts(schools ?? '')).toMatchObject({ passageId: schools, isSame: true });
  expect(idOf(app, ROADS)).not.toBe(roads);
  expect(app.whereabouts(roads ?? '')).toEqual({
    documentId: 'east',
    passageId: idOf(app, ROADS),
    isSame: true,
  });
  expect(app.whereabouts(care ?? '')).toEqual({
    documentId: 'east',
    passageId: idOf(app, reworded),
    isSame: false,
  });
  expect(app.whereabouts('0000000000000000')).toBeUndefined();
});

test('also one that is several indexes old, and after everything was built anew', async () => {
  const workspace = createWorkspace({ 'east.txt': planText('东城区', [CARE]) });
  const config = configOf(workspace);
  await ingest(config);
  const oldest = idOf(await open(config), CARE);
  for (const beds of ['3500', '4000', '4500']) {
    workspace.write('east.txt', planText('东城区', [CARE.replace('3000', beds)]));
    await ingest(config, { force: true });
  }
  const app = await open(config);
  expect(app.whereabouts(oldest)?.passageId).toBe(idOf(app, '4500'));
});

test('a document that was withdrawn has no place left', async () => {
  const workspace = createWorkspace({
    'east.txt': planText('东城区', [CARE]),
    'west.txt': planText('西城区', [ROADS]),
  });
  const config = configOf(workspace);
  await ingest(config);
  const care = idOf(await open(config), CARE);
  workspace.remove('east.txt');
  await ingest(config);
  expect((await open(config)).whereabouts(care)).toBeUndefined();
});

test('where the old passages cannot be kept the index is built all the same, and it is told', async () => {
  const workspace = createWorkspace({ 'east.txt': planText('东城区', [CARE]) });
  const config = configOf(workspace);
  await ingest(config);
  mkdirSync(config.stateDir, { recursive: true });
  writeFileSync(
    join(config.stateDir, 'links.db'),
    'no database at all, but as long as one'.repeat(9),
  );
  workspace.write('east.txt', planText('东城区', [ROADS]));
  const summary = await ingest(config);
  expect(summary.changed).toBe(true);
  expect(summary.warning).toContain('旧链接');
});
