import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import { buildRealIndex } from '../../real-index.ts';
import { type FakeWeb, startFakeWeb } from './fake-web.ts';

export interface RealWeb extends FakeWeb {
  readonly app: App;
}

/** The real pages on a free port, over the real documents. */
export async function startRealWeb(): Promise<RealWeb> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youju-web-'));
  const app = await createApp(
    loadConfig({
      YOUJU_INDEX_DIR: await buildRealIndex(),
      YOUJU_STATE_DIR: stateDir,
      YOUJU_CAUTION: '0',
    }),
  );
  const web = await startFakeWeb(app);
  return {
    ...web,
    app,
    close: async () => {
      await web.close();
      await app.close();
      await rm(stateDir, { recursive: true });
    },
  };
}
