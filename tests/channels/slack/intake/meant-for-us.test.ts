import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../../src/app.ts';
import { meantForUs } from '../../../../src/channels/slack/intake/meant-for-us.ts';
import { loadConfig } from '../../../../src/config.ts';
import { buildRealIndex, REAL_SEEDS_DIR } from '../../../real-index.ts';

const TALK = join(import.meta.dirname, '../../../fixtures/slack/thread-talk.tsv');

/** What is said in a thread: `talk` among people, `ask` for us. */
const said = readFileSync(TALK, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([meant = '', text = '']) => ({ meant, text }));

test('what people say to each other in a thread is told from what is asked of us', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'youju-talk-'));
  const app = await createApp(
    loadConfig({
      YOUJU_STATE_DIR: stateDir,
      YOUJU_INDEX_DIR: await buildRealIndex(),
      YOUJU_SEEDS_DIR: REAL_SEEDS_DIR,
    }),
  );
  onTestFinished(async () => {
    await app.close();
    rmSync(stateDir, { recursive: true, force: true });
  });
  const taken: string[] = [];
  const missed: string[] = [];
  for (const { meant, text } of said) {
    const { understood } = await app.explain(text, { limit: 1 });
    const found = meantForUs(text, understood);
    if (meant === 'talk' && found === 'surely') taken.push(text);
    if (meant === 'ask' && found === 'not') missed.push(text);
  }
  const share = (wrong: readonly string[], of: string): number =>
    wrong.length / said.filter(({ meant }) => meant === of).length;
  expect(share(taken, 'talk'), taken.join(' / ')).toBeLessThanOrEqual(0.02);
  expect(share(missed, 'ask'), missed.join(' / ')).toBeLessThanOrEqual(0.05);
});
