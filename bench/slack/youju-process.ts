import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { FakeSlack } from '../../tests/fakes/slack/fake-slack.ts';
import { PROJECT_DIR } from '../project.ts';

export type TransportKind = 'socket' | 'http';

export interface YoujuSetting {
  readonly slack: FakeSlack;
  readonly transport: TransportKind;
  readonly indexDir: string;
  /** For state and log. */
  readonly folder: string;
  /** Stays the same when the process is started anew. */
  readonly port: number;
}

/** What /healthz says. */
const healthSchema = z.object({
  slack: z.object({
    connectedSeconds: z.number().nullable(),
    queue: z.object({ running: z.number(), waiting: z.number() }),
    unfinished: z.number().nullable(),
  }),
});
export type Health = z.infer<typeof healthSchema>['slack'];

export interface YoujuProcess {
  health(): Promise<Health>;
  /** Value of a metric without labels. */
  metric(name: string): Promise<number>;
  /** Lets go of all memory that nothing holds. */
  collectGarbage(): Promise<void>;
  /** As a crash or the kernel ends it: nothing is said, nothing is saved. */
  kill(): Promise<void>;
  /** As Ctrl-C does. Throws where it does not end, or not with status 0. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 180_000;
const STOPS_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 100;
const GARBAGE_MS = 1_000;
const TSX = import.meta.resolve('tsx');
const MAIN = join(PROJECT_DIR, 'src/channels/terminal/main.ts');
const COLLECT_ON_SIGNAL = fileURLToPath(new URL('./collect-on-signal.ts', import.meta.url));

/** `youju serve` in a process of its own, answering in the given Slack; resolves once events can arrive. */
export async function startYouju(setting: YoujuSetting): Promise<YoujuProcess> {
  const { slack, transport, port, folder } = setting;
  const log = openSync(join(folder, 'youju.log'), 'a');
  const child = spawn(
    process.execPath,
    [...['--expose-gc', '--import', TSX, '--import', COLLECT_ON_SIGNAL], MAIN, 'serve'],
    { cwd: folder, env: environmentOf(setting), stdio: ['ignore', log, log] },
  );
  closeSync(log);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const origin = `http://127.0.0.1:${port}`;
  if (transport === 'http') slack.http.sendTo(origin);
  const health = async (): Promise<Health> =>
    healthSchema.parse(await (await fetch(`${origin}/healthz`)).json()).slack;
  await untilConnected(child, health, () => readFileSync(join(folder, 'youju.log'), 'utf8'));
  return {
    health,
    metric: async (name) => valueIn(await (await fetch(`${origin}/metrics`)).text(), name),
    collectGarbage: async () => {
      child.kill('SIGUSR2');
      await setTimeout(GARBAGE_MS);
    },
    kill: async () => {
      if (hasEnded()) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    stop: async () => {
      child.kill('SIGTERM');
      const signal = AbortSignal.timeout(STOPS_WITHIN_MS);
      const [status]: unknown[] = await once(child, 'exit', { signal });
      if (status !== 0) throw new Error(`Youju ended with ${String(status)}`);
    },
  };
}

/** Nothing of our own environment that would make it another Youju; nor is there a `.env` in its folder. */
function environmentOf({ slack, transport, indexDir, folder, port }: YoujuSetting) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:YOUJU|SLACK|OPENAI|LANG(?:SMITH|CHAIN))_/u.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    TSX_TSCONFIG_PATH: join(PROJECT_DIR, 'tsconfig.json'),
    YOUJU_HOST: '127.0.0.1',
    YOUJU_PORT: String(port),
    YOUJU_PUBLIC_URL: 'https://youju.example.com',
    YOUJU_SEEDS_DIR: join(PROJECT_DIR, 'seeds'),
    YOUJU_INDEX_DIR: indexDir,
    YOUJU_STATE_DIR: join(folder, 'state'),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  };
}

async function untilConnected(
  child: ChildProcess,
  health: () => Promise<Health>,
  said: () => string,
): Promise<void> {
  const untilMs = Date.now() + READY_WITHIN_MS;
  while (Date.now() < untilMs) {
    if (child.exitCode !== null)
      throw new Error(`Youju ended at once with ${child.exitCode}: ${said().slice(-500)}`);
    try {
      if ((await health()).connectedSeconds !== null) return;
    } catch (error) {
      // Refused as long as it does not listen.
      if (!(error instanceof TypeError)) throw error;
    }
    await setTimeout(LOOK_EVERY_MS);
  }
  child.kill('SIGKILL');
  throw new Error(`Youju did not connect within ${READY_WITHIN_MS} ms`);
}

function valueIn(metrics: string, name: string): number {
  const value = metrics
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.split(' ')[1];
  if (value === undefined) throw new Error(`No metric ${name}`);
  return Number(value);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An open TCP server has an address of this shape.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
