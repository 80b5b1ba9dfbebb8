import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type App, createApp, openEditor } from '../../../src/app.ts';
import { Metrics } from '../../../src/channels/metrics.ts';
import { type RunningSlack, startSlack } from '../../../src/channels/slack/start-slack.ts';
import { type Config, type Environment, loadConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/log.ts';
import {
  type FakeSlack,
  type FakeSlackOptions,
  readManifest,
  startFakeSlack,
} from '../../fakes/slack/fake-slack.ts';
import { buildRealIndex, PUBLIC_URL, REAL_SEEDS_DIR } from '../../real-index.ts';

export interface SlackWorldOptions {
  readonly transport?: 'socket' | 'http';
  readonly isAgent?: boolean;
  readonly env?: Environment;
  readonly slack?: FakeSlackOptions;
  /** Stands in front of the real Youju, to slow it down or let it fail. */
  readonly wrap?: (app: App) => App;
  readonly nowMs?: () => number;
  readonly lookForOwedEveryMs?: number;
  readonly silentForMs?: number;
  /** Only with a seeds folder of the test's own. */
  readonly canEdit?: boolean;
}

/** The real Youju on the real documents, answering in a Slack on loopback. */
export interface SlackWorld {
  readonly slack: FakeSlack;
  readonly config: Config;
  readonly app: App;
  readonly metrics: Metrics;
  /** What was logged, a JSON object a line. */
  readonly log: readonly string[];
  running(): RunningSlack;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Slack waits for three seconds; a machine that does much besides may take longer, and that is not what is tested. */
const PATIENCE_MS = 30_000;

export async function openSlackWorld(options: SlackWorldOptions = {}): Promise<SlackWorld> {
  const { transport = 'socket', isAgent = false, wrap = (app) => app, nowMs = Date.now } = options;
  const stateDir = mkdtempSync(join(tmpdir(), 'youju-slack-'));
  const slack = await startFakeSlack({
    transport,
    manifest: readManifest(isAgent ? 'manifest.agent' : 'manifest'),
    // Who shares an answer is named, and hears of it.
    allowsMention: (mention) => mention === '<@U1>',
    redelivery: { ackTimeoutMs: PATIENCE_MS },
    triggerLifetimeMs: PATIENCE_MS,
    ...options.slack,
  });
  const config = loadConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    SLACK_API_URL: slack.apiUrl,
    YOUJU_STATE_DIR: stateDir,
    YOUJU_CAUTION: '0',
    YOUJU_INDEX_DIR: await buildRealIndex(),
    YOUJU_SEEDS_DIR: REAL_SEEDS_DIR,
    YOUJU_PUBLIC_URL: PUBLIC_URL,
    ...options.env,
  });
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => void log.push(line) });
  const app = await createApp(config);
  const editing = options.canEdit ? { editor: openEditor(config, logger) } : {};
  const metrics = new Metrics();
  let running: RunningSlack | undefined;
  const server = createServer((request, response) => {
    if (running) running.requests(request, response);
    else response.writeHead(503).end();
  });
  const start = async (): Promise<void> => {
    const parts = { app: wrap(app), config, log: logger, nowMs, random: Math.random, ...editing };
    const { lookForOwedEveryMs = 30_000, silentForMs = PATIENCE_MS } = options;
    const often = { lookForOwedEveryMs, silentForMs };
    running = await startSlack({ ...parts, metrics: new Metrics(), ...often });
  };
  if (transport === 'http') {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // An open TCP server has an address of this shape.
    slack.http.sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  await start();
  const stop = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  return {
    slack,
    config,
    app,
    metrics,
    log,
    running: () => {
      if (!running) throw new Error('Slack is not running');
      return running;
    },
    start,
    stop,
    close: async () => {
      await stop();
      server.closeAllConnections();
      server.close();
      await app.close();
      await slack.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

/** Every message kept what Slack asks of it. */
/** A world for the rest of a test: at its end nothing may have broken a rule of Slack's, and it is closed. */
export async function openTestWorld(options: SlackWorldOptions = {}): Promise<SlackWorld> {
  const world = await openSlackWorld(options);
  // The last one named comes first.
  onTestFinished(() => world.close());
  onTestFinished(() => expectNoViolations(world));
  return world;
}

export const expectNoViolations = ({ slack }: SlackWorld): void => {
  expect(slack.violations).toEqual([]);
};
