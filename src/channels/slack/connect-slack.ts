import type { RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { App as BoltApp, type webApi } from '@slack/bolt';
import type { App, Editor } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import type { Metrics } from '../metrics.ts';
import { Answering } from './answering/answer-questions.ts';
import { Desk } from './answering/desk.ts';
import { fromTimeToTime } from './answering/from-time-to-time.ts';
import type { QueueState } from './answering/question-queue.ts';
import { RecentAnswers } from './answering/recent-answers.ts';
import { recoverQuestions } from './answering/recover-questions.ts';
import { callBudgets } from './delivery/call-budget.ts';
import { Outbox } from './delivery/outbox.ts';
import { DroppedFiles } from './files/dropped-files.ts';
import { askedMessage, editedMessage, type Surroundings } from './intake/asked-message.ts';
import { askedStep } from './intake/asked-step.ts';
import { Directory } from './intake/directory.ts';
import { HomeTeams } from './intake/home-teams.ts';
import { isLate } from './intake/is-late.ts';
import { tellOfFailure } from './listeners/failures.ts';
import { listen } from './listeners/listen.ts';
import { tellNews } from './subscribing/tell-news.ts';
import { boltLog } from './transport/bolt-log.ts';
import { type Admission, OnceOnlyReceiver } from './transport/once-only-receiver.ts';
import { type Identity, signIn } from './transport/sign-in.ts';
import { clientOptions, createSlackClient } from './transport/slack-client.ts';
import { createTransport, type Transport } from './transport/transport.ts';

export interface SlackOptions {
  readonly app: App;
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Left out where nobody may change the library from here. */
  readonly editor?: Editor;
  readonly nowMs: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** How often to look for answers that are still owed and for news to tell; every half minute unless given. */
  readonly lookForOwedEveryMs?: number;
  /** How long a socket may answer no ping; ten seconds unless given. */
  readonly silentForMs?: number;
}

export interface SlackHealth {
  readonly transport: Transport['kind'];
  /** Seconds since events can arrive; null while they cannot. */
  readonly connectedSeconds: number | null;
  readonly queue: QueueState;
  /** Answers owed by all processes that share the state; null where that cannot be read. */
  readonly unfinished: number | null;
}

export interface ConnectedSlack {
  /** Null where events come by socket. */
  readonly requests: RequestListener | null;
  health(): SlackHealth;
  /** Why somebody may not use us, for them; undefined where they may. */
  denialOf(caller: {
    readonly userId: string;
    readonly teamId: string;
  }): Promise<string | undefined>;
  /** Takes no more questions and lets those under way finish, for a bounded time. */
  close(): Promise<void>;
}

const CONCURRENCY = 4;
const ANSWER_WITHIN_MS = 45_000;
const FINISH_WITHIN_MS = 10_000;
/** A connection that is still being opened is given up: what arrives over it is not taken and comes again. */
const DISCONNECT_WITHIN_MS = 5_000;
/** Owed answers that are only being looked for are left to the next process. */
const TAKE_UP_WITHIN_MS = 2_000;
const APOLOGISE_WITHIN_MS = 3_000;

/** Throws SLACK_REFUSED for tokens that Slack does not take; anything else that is thrown may pass. */
export async function connectSlack(options: SlackOptions): Promise<ConnectedSlack> {
  const { app, config, log, metrics } = options;
  const client = createSlackClient(config.slack, log);
  const identity = await signIn(client, { guestsMayAsk: config.slack.guestsMayAsk, log });
  const desk = createDesk(options, client, identity);
  const { answering } = desk.options;
  const surroundings: Surroundings = {
    ...identity,
    hasFollowUps: (channelId) => app.settings.hasFollowUps(channelId),
    knowsThread: (channelId, threadTs) => app.events.knowsThread(channelId, threadTs),
  };
  const transport = createTransport(options);
  const admit = (body: unknown): Admission => {
    if (isLate(body, options.nowMs())) {
      log.info('an event of more than a day ago was left out');
      return 'late';
    }
    const question =
      askedMessage(body, surroundings) ?? editedMessage(body, surroundings) ?? askedStep(body);
    if (question === undefined) return 'other';
    return desk.accept(question) ? 'question' : 'repetition';
  };
  const receiver = new OnceOnlyReceiver(transport.receiver, admit, log);
  const bolt = await createBolt(receiver, identity, options);
  bolt.error(tellOfFailure(desk));
  listen(bolt, desk, surroundings);
  await transport.open();
  const { lookForOwedEveryMs: everyMs } = options;
  const owed = fromTimeToTime(() => recoverQuestions(desk), log, everyMs);
  const news = fromTimeToTime(() => tellNews(desk), log, everyMs);
  const health = (): SlackHealth => {
    const ageMs = transport.ageMs();
    return {
      transport: transport.kind,
      connectedSeconds: ageMs === null ? null : Math.round(ageMs / 1000),
      queue: answering.queue,
      unfinished: countOwed(app, log),
    };
  };
  metrics.watch(() => ({ ...answering.queue, isConnected: transport.ageMs() !== null }));
  log.info({ transport: transport.kind, ...identity }, 'answering in Slack');
  return {
    requests: transport.requests,
    health,
    denialOf: ({ userId, teamId: userTeamId }) =>
      desk.denialOf({ userId, userTeamId, channelId: userId, surface: 'global-shortcut' }),
    close: async () => {
      await settlesWithin(transport.close(), DISCONNECT_WITHIN_MS);
      await settlesWithin(
        Promise.all([owed.close(), news.close()]).then(() => undefined),
        TAKE_UP_WITHIN_MS,
      );
      await endQuestions(answering, log);
      desk.options.outbox.close();
      await desk.options.files.close();
    },
  };
}

function createDesk(options: SlackOptions, client: webApi.WebClient, identity: Identity): Desk {
  const { app, config, log, metrics, nowMs, random } = options;
  const onFailure = (method: string, reason: string): void => {
    metrics.callFailed(method, reason);
    log.warn({ method, reason }, 'a call to Slack failed');
  };
  const outbox = new Outbox({ nowMs, random, onFailure });
  const files = new DroppedFiles({ client, outbox, config, log, nowMs });
  const recent = new RecentAnswers(nowMs);
  const answering = new Answering({
    app,
    files,
    recent,
    uploading: { client, outbox, apiUrl: config.slack.apiUrl },
    log,
    metrics,
    concurrency: CONCURRENCY,
    answerWithinMs: ANSWER_WITHIN_MS,
    publicUrl: config.hasPublicUrl ? config.publicUrl : null,
    nowMs,
  });
  return new Desk({
    app,
    config,
    identity,
    client,
    outbox,
    directory: new Directory(client, outbox, nowMs),
    homeTeams: new HomeTeams({ client, outbox, identity, nowMs }),
    answering,
    files,
    recent,
    editor: options.editor ?? null,
    budgets: callBudgets(nowMs),
    log,
    metrics,
    nowMs,
  });
}

async function createBolt(
  receiver: OnceOnlyReceiver,
  { botId, botUserId }: Identity,
  { config, log }: SlackOptions,
): Promise<BoltApp> {
  const bolt = new BoltApp({
    receiver,
    token: config.slack.botToken?.reveal() ?? '',
    botId,
    botUserId,
    // Who we are is known already; otherwise every event would ask anew.
    tokenVerificationEnabled: false,
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    logger: boltLog(log),
    clientOptions: clientOptions(config.slack, log),
  });
  await bolt.init();
  return bolt;
}

function countOwed(app: App, log: Logger): number | null {
  try {
    return app.events.countUnfinished();
  } catch (error) {
    log.warn({ err: error }, 'owed answers could not be counted');
    return null;
  }
}

/** What does not finish in time is ended with an apology. */
async function endQuestions({ running }: Answering, log: Logger): Promise<void> {
  if (await settlesWithin(running.settled(), FINISH_WITHIN_MS)) return;
  const count = running.endAll('shutting-down');
  log.warn({ count }, 'questions under way were ended');
  await settlesWithin(running.settled(), APOLOGISE_WITHIN_MS);
}

async function settlesWithin(work: Promise<void>, withinMs: number): Promise<boolean> {
  const settled = new AbortController();
  const { signal } = settled;
  const late = setTimeout(withinMs, false, { signal }).catch(() => true);
  const isInTime = await Promise.race([work.then(() => true), late]);
  settled.abort();
  return isInTime;
}
