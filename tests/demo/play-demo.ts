import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { Metrics } from '../../src/channels/metrics.ts';
import { startSlack } from '../../src/channels/slack/start-slack.ts';
import { openApp } from '../../src/channels/terminal/open-app.ts';
import { type Terminal, write } from '../../src/channels/terminal/terminal.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { createLogger } from '../../src/log.ts';
import { type FakeSlack, readManifest, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { AGENT_SCENES } from './agent-scenes.ts';
import { ASKING_SCENES } from './asking-scenes.ts';
import { PRESSING_SCENES } from './pressing-scenes.ts';
import { type Scene, Stage } from './stage.ts';

const PAUSE_MS = 1_200;
/** The domain of the manifests, so that its links unfurl. */
const PUBLIC_URL = 'https://youju.example.com';

const OPENING = `下面是有据在一个本机模拟的 Slack 里的对话：程序和文件都是真的，不连网络，看完不留痕迹。
`;

/** Plays conversations in a Slack on loopback, on the real documents. Throws AbortError where they are broken off. */
export async function playDemo(terminal: Terminal, signal: AbortSignal): Promise<void> {
  await write(terminal.stdout, OPENING);
  await playIn('manifest', [...ASKING_SCENES, ...PRESSING_SCENES], { terminal, signal });
  await playIn('manifest.agent', AGENT_SCENES, { terminal, signal });
}

interface Play {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** In a workspace of its own, with the app set up as one of the manifests says. */
async function playIn(
  manifest: Parameters<typeof readManifest>[0],
  scenes: readonly Scene[],
  { terminal, signal }: Play,
): Promise<void> {
  const stateDir = mkdtempSync(join(tmpdir(), 'youju-slack-demo-'));
  const slack = await startFakeSlack({ manifest: readManifest(manifest) });
  try {
    const config = configFor(slack, stateDir, terminal);
    const app = await openApp(terminal, config);
    try {
      await playWith(app, { slack, config, scenes, terminal, signal });
    } finally {
      await app.close();
    }
  } finally {
    await slack.close();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** Nothing of a real workspace: only where texts and index lie is taken from the environment. */
const configFor = (slack: FakeSlack, stateDir: string, { env }: Terminal): Config =>
  loadConfig({
    YOUJU_SEEDS_DIR: env.YOUJU_SEEDS_DIR,
    YOUJU_INDEX_DIR: env.YOUJU_INDEX_DIR,
    YOUJU_STATE_DIR: stateDir,
    YOUJU_PUBLIC_URL: PUBLIC_URL,
    // What is shown is what people can do with answers.
    YOUJU_CAUTION: '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });

interface Playing extends Play {
  readonly slack: FakeSlack;
  readonly config: Config;
  readonly scenes: readonly Scene[];
}

async function playWith(app: App, { slack, config, scenes, terminal, signal }: Playing) {
  const { stdout } = terminal;
  const { holding, hold } = holdable(app);
  const running = await startSlack({
    app: holding,
    config,
    log: createLogger('silent'),
    metrics: new Metrics(),
    nowMs: Date.now,
    random: Math.random,
  });
  try {
    const pauseMs = stdout.isTTY ? PAUSE_MS : 0;
    const stage = new Stage({ slack, write: (text) => write(stdout, text), pauseMs, signal, hold });
    for (const scene of scenes) await stage.play(scene);
  } finally {
    await running.close();
  }
}

/** Offline answers come at once: to be stopped one has to be held. */
function holdable(app: App): { readonly holding: App; readonly hold: () => () => void } {
  let held = Promise.resolve();
  return {
    holding: {
      ...app,
      ask: async (...asked) => {
        await held;
        return app.ask(...asked);
      },
    },
    hold: () => {
      let goOn = (): void => undefined;
      held = new Promise((resolve) => {
        goOn = resolve;
      });
      return () => goOn();
    },
  };
}
