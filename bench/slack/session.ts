import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type FakeSlack,
  type FakeSlackOptions,
  readManifest,
  startFakeSlack,
} from '../../tests/fakes/slack/fake-slack.ts';
import type { Turns } from '../questions.ts';
import { Asker } from './asking.ts';
import { createTown, inSlack, type Town } from './town.ts';
import {
  freePort,
  type Health,
  startYouju,
  type TransportKind,
  type YoujuProcess,
} from './youju-process.ts';

export interface SessionOptions {
  readonly transport: TransportKind;
  /** Built. */
  readonly indexDir: string;
  readonly conversations: readonly Turns[];
  /** Where a folder of its own may be made. */
  readonly folder: string;
  /** So many people and channels: enough that no limit of Slack or of ours is what is measured. */
  readonly size: number;
  /** With the agent experience, where answers stream. */
  readonly isAgent?: boolean;
  /** Half of the people are of another workspace of the same organisation. */
  readonly ofTwoWorkspaces?: boolean;
  /** Slack's limits of calls, as it has them. */
  readonly isLimited?: boolean;
  readonly redelivery?: NonNullable<FakeSlackOptions['redelivery']>;
}

/** Slack with its people, and Youju in a process of its own. */
export interface Session {
  readonly slack: FakeSlack;
  readonly town: Town;
  readonly asker: Asker;
  youju(): YoujuProcess;
  /** Kills Youju and starts it anew. */
  crash(): Promise<void>;
  /** See `untilIdle`. */
  untilIdle(withinMs: number): Promise<void>;
}

const LOOK_EVERY_MS = 200;

/** Hands a session to `use` and ends it whatever happens. */
export async function withSession<Result>(
  options: SessionOptions,
  use: (session: Session) => Promise<Result>,
): Promise<Result> {
  const { transport, indexDir, conversations, size, redelivery, isAgent = false } = options;
  const { ofTwoWorkspaces, isLimited = false } = options;
  const town = createTown(size);
  const slack = await startFakeSlack({
    transport,
    manifest: readManifest(isAgent ? 'manifest.agent' : 'manifest'),
    ...inSlack(town, ofTwoWorkspaces),
    ...(isLimited && { rateLimits: {} }),
    ...(redelivery ? { redelivery } : {}),
  });
  await mkdir(options.folder, { recursive: true });
  const folder = await mkdtemp(join(options.folder, `${transport}-`));
  const setting = { slack, transport, indexDir, folder, port: await freePort() };
  let youju = await startYouju(setting);
  const session: Session = {
    slack,
    town,
    asker: new Asker(slack, town, conversations),
    youju: () => youju,
    crash: async () => {
      await youju.kill();
      youju = await startYouju(setting);
    },
    untilIdle: (withinMs) => untilIdle(() => youju.health(), withinMs),
  };
  try {
    const result = await use(session);
    await youju.stop();
    return result;
  } finally {
    await youju.kill();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves when no answer is owed. Throws where one still is after `withinMs`. */
export async function untilIdle(
  health: () => Health | Promise<Health>,
  withinMs: number,
): Promise<void> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    const { queue, unfinished } = await health();
    if (queue.running + queue.waiting + (unfinished ?? 1) === 0) return;
    if (Date.now() > untilMs)
      throw new Error(`${unfinished} answers still owed after ${withinMs} ms`);
    await setTimeout(LOOK_EVERY_MS);
  }
}
