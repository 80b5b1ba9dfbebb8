import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ApiMethods } from './api-method.ts';
import { Changes, type WaitOptions } from './changes.ts';
import { createWorld, type WorldOptions } from './create-world.ts';
import {
  type Ack,
  Deliveries,
  type Delivery,
  defaultRedeliveryOptions,
  type RedeliveryOptions,
} from './deliveries.ts';
import { describeWorld } from './describe-world.ts';
import { Faults } from './faults.ts';
import type { Fields } from './fields.ts';
import { HttpSender } from './http-sender.ts';
import { type AppManifest, manifestSchema } from './manifest-schema.ts';
import type { SlackMessage } from './messages.ts';
import { agentMethods } from './methods/agents.ts';
import { appMethods } from './methods/app-methods.ts';
import { chatMethods } from './methods/chat.ts';
import { linkMethods } from './methods/links.ts';
import { streamMethods } from './methods/streams.ts';
import { viewMethods } from './methods/views.ts';
import { workspaceMethods } from './methods/workspace.ts';
import { seededRandom } from './moments.ts';
import { Person } from './people/person.ts';
import { type RateLimitOptions, RateLimits } from './rate-limits.ts';
import type { Session } from './sessions.ts';
import { SocketServer } from './socket-server.ts';
import type { Step } from './steps.ts';
import type { ShownView } from './views.ts';
import type { Violation } from './violations.ts';
import { type ApiCall, WebApi } from './web-api.ts';
import { BOT_USER } from './workspace.ts';
import type { World } from './world.ts';

export interface FakeSlackOptions extends WorldOptions {
  /** How Slack reaches the app. Default `socket`. */
  readonly transport?: 'socket' | 'http';
  /** What the app may do and hears of; default the manifest of the plain bot. */
  readonly manifest?: unknown;
  /** For faults and for which socket gets a payload. */
  readonly seed?: number;
  readonly redelivery?: Partial<RedeliveryOptions>;
  /** Slack's limits of calls; none unless given, so that tests need not wait. */
  readonly rateLimits?: RateLimitOptions;
  readonly serverPingMs?: number;
  /** 0, the default, for any free port. */
  readonly port?: number;
}

/** One of the two manifests that Youju comes with. */
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
    const { tell } = this.#changes;
    const manifest =
      options.manifest === undefined
        ? readManifest('manifest')
        : manifestSchema.parse(options.manifest);
    const serverPingMs = options.serverPingMs ?? 10_000;
    this.faults = new Faults(seededRandom((options.seed ?? 1) + 1));
    this.sockets = new SocketServer({ ackTimeoutMs, serverPingMs, random, changed: tell });
    this.http = new HttpSender({ signingSecret, ackTimeoutMs });
    const transport = options.transport === 'http' ? this.http : this.sockets;
    const deliveries = new Deliveries(transport, delaysMs, tell);
    this.world = createWorld(options, {
      manifest,
      random,
      tell,
      deliveries,
      origin: () => this.origin,
    });
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

  /** Everything sent to the app, with every try and what became of it. */
  get deliveries(): readonly Delivery[] {
    return this.world.deliveries.all;
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

  /** Puts a file into Slack; what it gives goes into `files` of a message. */
  file(name: string, bytes: Uint8Array): Fields {
    return this.world.files.add(name, bytes);
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
   * @throws NeverHappened, with everything people see, after `timeoutMs` (a minute: only a test that fails waits so long)
   */
  until<T>(predicate: () => T, options?: WaitOptions): Promise<NonNullable<T>> {
    return this.#changes.until(predicate, () => this.describe(), options);
  }

  /** Everything people see now, and every violation. */
  describe(): string {
    return describeWorld(this.world);
  }

  /** Status and title of an agent's thread. */
  session(channel: string, threadTs: string): Session | undefined {
    return this.world.sessions.find(channel, threadTs);
  }

  /** The line under a thread while the app works. */
  statusLine(channel: string, threadTs: string): string | undefined {
    return this.world.sessions.line(channel, threadTs);
  }

  /** A run of the app's workflow step. */
  step(id: string): Step | undefined {
    return this.world.steps.find(id);
  }

  /** An admin takes the app away, or only its tokens: they stop working, and the app is told. */
  async uninstall(state: 'uninstalled' | 'revoked' = 'uninstalled'): Promise<readonly Ack[]> {
    const acks = await Promise.all([
      this.announce({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT_USER] } }),
      ...(state === 'uninstalled' ? [this.announce({ type: 'app_uninstalled' })] : []),
    ]);
    this.world.installation.state = state;
    return acks.filter((ack) => ack !== undefined);
  }

  /** Sends an event once more. */
  redeliver(eventId: string, reason?: string): Promise<Ack> {
    return this.world.deliveries.redeliver(eventId, reason);
  }

  /** Sends an event of any shape, if the app subscribed to its type. */
  announce(event: Fields): Promise<Ack | undefined> {
    return this.world.announce(event);
  }

  /** Forgets calls, deliveries and messages of before a time, so that a long run does not grow. */
  forgetBefore(atMs: number): void {
    this.#api.forgetBefore(atMs);
    this.world.deliveries.forgetBefore(atMs);
    this.world.triggers.forgetBefore(atMs);
    this.world.responseUrls.forgetBefore(atMs);
    const ts = (atMs / 1_000).toFixed(6);
    this.world.messages.forgetBefore(ts);
    this.world.sessions.forgetBefore(ts);
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
      ...linkMethods(this.world),
      ...workspaceMethods(this.world),
      ...agentMethods(this.world),
      ...appMethods(this.world, () => this.sockets.mintUrl(new URL(this.origin).host)),
    };
  }
}
