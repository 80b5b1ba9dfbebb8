import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { announce } from './announce.ts';
import type { ApiMethods } from './api-method.ts';
import { Changes, type WaitOptions } from './changes.ts';
import { Deliveries, defaultRedeliveryOptions, type RedeliveryOptions } from './deliveries.ts';
import { Faults } from './faults.ts';
import type { Fields } from './fields.ts';
import { HttpSender } from './http-sender.ts';
import { type AppManifest, manifestSchema } from './manifest-schema.ts';
import { Messages, type SlackMessage } from './messages.ts';
import { agentMethods } from './methods/agents.ts';
import { appMethods } from './methods/app-methods.ts';
import { chatMethods } from './methods/chat.ts';
import { streamMethods } from './methods/streams.ts';
import { viewMethods } from './methods/views.ts';
import { workspaceMethods } from './methods/workspace.ts';
import { type Clock, createTimestamps, seededRandom } from './moments.ts';
import { Person } from './people/person.ts';
import { type RateLimitOptions, RateLimits } from './rate-limits.ts';
import { renderForPeople } from './render-for-people.ts';
import { ResponseUrls } from './response-urls.ts';
import { Sessions } from './sessions.ts';
import { SocketServer } from './socket-server.ts';
import { Steps } from './steps.ts';
import { Triggers } from './triggers.ts';
import { type ShownView, Views } from './views.ts';
import { describeViolation, type Violation } from './violations.ts';
import { type ApiCall, WebApi } from './web-api.ts';
import {
  type ChannelOptions,
  defaultChannels,
  defaultMembers,
  type Member,
  Workspace,
} from './workspace.ts';
import type { World } from './world.ts';

export interface FakeSlackOptions {
  /** How Slack reaches the app. Default `socket`. */
  readonly transport?: 'socket' | 'http';
  /** What the app may do and hears of; default the manifest of the plain bot. */
  readonly manifest?: unknown;
  /** Scopes really granted, when a test takes some away; default those of the manifest. */
  readonly scopes?: readonly string[];
  readonly members?: readonly Member[];
  readonly channels?: readonly ChannelOptions[];
  /** Milliseconds since 1970; ages of triggers, response URLs, streams, and rates go by it. */
  readonly clock?: Clock;
  /** For faults and for which socket gets a payload. */
  readonly seed?: number;
  readonly redelivery?: Partial<RedeliveryOptions>;
  /** Slack's limits of calls; none unless given, so that tests need not wait. */
  readonly rateLimits?: RateLimitOptions;
  readonly serverPingMs?: number;
  /** How long a stream takes content. Slack's was seen to be about 306 s. */
  readonly streamLifetimeMs?: number;
  /** Mentions that are meant and no violation: `<@U1>`, `<!here>`. None by default. */
  readonly allowsMention?: (mention: string) => boolean;
  /** 0, the default, for any free port. */
  readonly port?: number;
}

export const readManifest = (name: 'manifest' | 'manifest.agent'): AppManifest =>
  manifestSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../slack', `${name}.json`), 'utf8')),
  );

/** Starts a Slack on loopback. The app must be started after it, and stopped before it. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = new FakeSlack(options);
  await slack.listen(options.port ?? 0);
  return slack;
}

export class FakeSlack {
  readonly botToken = 'xoxb-fake-bot';
  readonly appToken = 'xapp-fake-app';
  readonly signingSecret = 'fake-signing-secret';
  readonly faults: Faults;
  /** Slack's end of the sockets; idle in HTTP transport. */
  readonly sockets: SocketServer;
  /** Slack's end of HTTP; say `http.sendTo(url)` once the app listens. */
  readonly http: HttpSender;
  readonly world: World;
  readonly #changes = new Changes();
  readonly #api: WebApi;
  readonly #server = createServer((request, response) => {
    this.#api.handle(request, response).catch((error: unknown) => {
      this.#defects.push(error);
      response.destroy();
    });
  });
  readonly #defects: unknown[] = [];

  constructor(options: FakeSlackOptions) {
    const { ackTimeoutMs, delaysMs } = { ...defaultRedeliveryOptions, ...options.redelivery };
    const random = seededRandom(options.seed ?? 1);
    const { signingSecret } = this;
    const { tell: changed } = this.#changes;
    const serverPingMs = options.serverPingMs ?? 10_000;
    this.faults = new Faults(seededRandom((options.seed ?? 1) + 1));
    this.sockets = new SocketServer({ ackTimeoutMs, serverPingMs, random, changed });
    this.http = new HttpSender({ signingSecret, ackTimeoutMs });
    const transport = options.transport === 'http' ? this.http : this.sockets;
    const deliveries = new Deliveries(transport, delaysMs, changed);
    this.world = createWorld(options, { random, changed, deliveries, origin: () => this.origin });
    this.#api = new WebApi({
      world: this.world,
      methods: this.#methods(),
      credentials: { botToken: this.botToken, appToken: this.appToken },
      faults: this.faults,
      rateLimits: options.rateLimits && new RateLimits(options.rateLimits, this.world.clock),
    });
    this.#server.on('upgrade', this.sockets.upgrade);
  }

  /** What `SLACK_API_URL` is set to. */
  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  get origin(): string {
    // An open TCP server has an address of this shape.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get violations(): readonly Violation[] {
    return this.world.violations;
  }

  /** Calls of the Web API, all or of one method; `response_url` for answers there. */
  calls(method?: string): readonly ApiCall[] {
    return method === undefined
      ? this.#api.calls
      : this.#api.calls.filter((call) => call.method === method);
  }

  person(id: string): Person {
    return new Person(this.world, id);
  }

  /** A root and its replies, as they are now. */
  thread(channel: string, threadTs: string): readonly SlackMessage[] {
    return this.world.messages.inThread(channel, threadTs);
  }

  /** Everything said in a channel, in threads too. */
  channel(id: string): readonly SlackMessage[] {
    return this.world.messages.inChannel(id);
  }

  ephemerals(user: string): readonly SlackMessage[] {
    return this.world.messages.ephemeralsFor(user);
  }

  /** The modal a person sees. */
  modal(user: string): ShownView | undefined {
    return this.world.views.top(user);
  }

  home(user: string): ShownView | undefined {
    return this.world.views.home(user);
  }

  /**
   * Waits until the predicate gives something truthy, and gives that.
   * @throws NeverHappened, with everything people see, after `timeoutMs` (5 s)
   */
  until<T>(predicate: () => T, options?: WaitOptions): Promise<NonNullable<T>> {
    return this.#changes.until(predicate, () => this.describe(), options);
  }

  /** Everything people see now, and every violation. */
  describe(): string {
    const { messages, workspace, views } = this.world;
    const people = [...workspace.members.keys()];
    return [
      ...messages.all().map((message) => `${message.channel} ${renderForPeople(message)}`),
      ...people.flatMap((id) => [
        ...messages
          .ephemeralsFor(id)
          .map((message) => `${message.channel}（只有${id}看到）${renderForPeople(message)}`),
        ...views.stack(id).map((view) => `${id} ${renderForPeople(view)}`),
      ]),
      ...this.violations.map((violation) => `VIOLATION ${describeViolation(violation)}`),
    ].join('\n');
  }

  /** Sends an event once more. */
  redeliver(eventId: string, reason?: string): ReturnType<Deliveries['redeliver']> {
    return this.world.deliveries.redeliver(eventId, reason);
  }

  /** Sends an event of any shape, if the app subscribed to its type. */
  announce(event: Fields): ReturnType<World['announce']> {
    return this.world.announce(event);
  }

  /** Forgets calls, deliveries and messages of before a time, so that a long run does not grow. */
  forgetBefore(atMs: number): void {
    this.#api.forgetBefore(atMs);
    this.world.deliveries.forgetBefore(atMs);
    this.world.messages.forgetBefore((atMs / 1_000).toFixed(6));
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        resolve();
      });
    });
  }

  /** Stops everything. @throws when the fake itself failed meanwhile: no test should trust it then */
  async close(): Promise<void> {
    await this.world.deliveries.close();
    await this.sockets.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeAllConnections();
    });
    if (this.#defects.length > 0) {
      throw new AggregateError(this.#defects, 'The fake Slack itself failed');
    }
  }

  #methods(): ApiMethods {
    return {
      ...chatMethods(this.world),
      ...streamMethods(this.world),
      ...viewMethods(this.world),
      ...workspaceMethods(this.world),
      ...agentMethods(this.world),
      ...appMethods(this.world, () => this.sockets.mintUrl(new URL(this.origin).host)),
    };
  }
}

function createWorld(
  options: FakeSlackOptions,
  parts: Pick<World, 'random' | 'deliveries' | 'origin'> & { readonly changed: () => void },
): World {
  const { clock = Date.now, manifest: given } = options;
  const { changed, ...shared } = parts;
  const manifest = given === undefined ? readManifest('manifest') : manifestSchema.parse(given);
  let minted = 0;
  const mint = (prefix: string): string => `${prefix}${String(++minted).padStart(6, '0')}`;
  const nextTs = createTimestamps(clock);
  const world: World = {
    ...shared,
    manifest,
    scopes: new Set(options.scopes ?? manifest.oauth_config.scopes.bot),
    clock,
    nextTs,
    mint,
    tell: changed,
    workspace: new Workspace(
      options.members ?? defaultMembers,
      options.channels ?? defaultChannels,
    ),
    messages: new Messages(nextTs, changed),
    views: new Views(mint, changed),
    sessions: new Sessions(changed),
    steps: new Steps(mint, changed),
    triggers: new Triggers(clock, mint),
    responseUrls: new ResponseUrls(clock, mint),
    violations: [],
    allowsMention: options.allowsMention ?? (() => false),
    streamLifetimeMs: options.streamLifetimeMs ?? 306_000,
    announce: (event) => announce(world, event),
  };
  return world;
}
