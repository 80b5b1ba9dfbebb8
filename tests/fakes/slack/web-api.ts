import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type ApiMethods, parseArguments } from './api-method.ts';
import { type Reply, readBody, sendReply, strike } from './api-replies.ts';
import { authorize, type Credentials, scopeHeaders } from './authorize.ts';
import { FILES_PATH } from './dropped-files.ts';
import type { Fault, Faults } from './faults.ts';
import type { Fields } from './fields.ts';
import { fieldsIn, listIn } from './fields.ts';
import type { RateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import { answerAtResponseUrl } from './response-url-posts.ts';
import type { World } from './world.ts';

/** One call of the Web API, with what was answered. */
export interface ApiCall {
  /** `chat.postMessage`, or `response_url`. */
  readonly method: string;
  readonly args: Fields;
  /** Whether the body was what its content type says. */
  readonly isReadable: boolean;
  readonly bearer: string;
  readonly userAgent: string;
  readonly atMs: number;
  /** The body answered, also when a fault kept it from the app. */
  answer?: Fields;
  fault?: Fault;
}

export interface WebApiOptions {
  readonly world: World;
  readonly methods: ApiMethods;
  readonly credentials: Credentials;
  readonly faults: Faults;
  /** No limits when left out. */
  readonly rateLimits: RateLimits | undefined;
}

/** Refusals that come of what people did meanwhile, through no fault of the app. */
const RACES: ReadonlySet<string> = new Set([
  'hash_conflict',
  'thread_not_found',
  'restricted_action',
  'streaming_state_conflict',
  'stopped_by_user',
  'file_not_found',
]);

/** The HTTP side: `/api/METHOD` and `/response/ID`. */
export class WebApi {
  readonly #options: WebApiOptions;
  #calls: ApiCall[] = [];

  constructor(options: WebApiOptions) {
    this.#options = options;
  }

  get calls(): readonly ApiCall[] {
    return this.#calls;
  }

  forgetBefore(atMs: number): void {
    this.#calls = this.#calls.filter((call) => call.atMs >= atMs);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST' && path.startsWith(`/${FILES_PATH}/`)) {
      this.#options.world.files.receive(path.split('/').at(-1) ?? '', await buffer(request));
      response.writeHead(200).end('OK');
      return;
    }
    const body = await readBody(request);
    const [, area = '', name = ''] = path.split('/');
    if (body === undefined) {
      return;
    }
    if (request.method === 'GET' && area === FILES_PATH) {
      this.#sendFile(request, response, name);
      return;
    }
    if (request.method !== 'POST' || (area !== 'api' && area !== 'response')) {
      response.writeHead(404).end('not found');
      return;
    }
    const call = this.#record(request, area === 'api' ? name : 'response_url', body);
    const run = (): Reply => (area === 'api' ? this.#call(call) : this.#answer(call, name));
    await this.#withFault(call, response, run);
    this.#options.world.tell();
  }

  /** Whoever may not have it is led to the sign-in page. */
  #sendFile({ headers }: IncomingMessage, response: ServerResponse, id: string): void {
    const { world, credentials } = this.#options;
    const isAllowed =
      headers.authorization === `Bearer ${credentials.botToken}` && world.scopes.has('files:read');
    const bytes = world.files.bytesOf(id);
    if (isAllowed && bytes) {
      response.writeHead(200).end(bytes);
    } else {
      response.writeHead(302, { location: `${world.origin()}/signin` }).end();
    }
  }

  #record(request: IncomingMessage, method: string, body: string): ApiCall {
    const {
      authorization = '',
      'content-type': contentType = '',
      'user-agent': userAgent = '',
    } = request.headers;
    const args = parseArguments(contentType, body);
    const call: ApiCall = {
      method,
      args: args ?? {},
      isReadable: args !== undefined,
      bearer: authorization.replace(/^Bearer /u, ''),
      userAgent,
      atMs: this.#options.world.clock(),
    };
    this.#calls.push(call);
    return call;
  }

  async #withFault(call: ApiCall, response: ServerResponse, run: () => Reply): Promise<void> {
    const fault = this.#options.faults.pick(call);
    if (fault) {
      call.fault = fault;
    }
    if (fault?.kind === 'delay') {
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
    }
    const happens = !fault || fault.kind === 'delay' || ('after' in fault && fault.after === true);
    const reply: Reply = happens ? run() : { status: 500, body: {} };
    call.answer = reply.body;
    if (fault && fault.kind !== 'delay') {
      strike(fault, response);
    } else {
      sendReply(response, reply);
    }
  }

  #answer(call: ApiCall, id: string): Reply {
    return this.#guarded(
      call,
      () => {
        answerAtResponseUrl(this.#options.world, id, call.args);
        return { status: 200, body: { ok: true } };
      },
      404,
    );
  }

  #call(call: ApiCall): Reply {
    const { world, credentials, methods, rateLimits } = this.#options;
    const method = methods[call.method];
    return this.#guarded(
      call,
      () => {
        if (!method) {
          throw new Refusal('unknown_method', { req_method: call.method });
        }
        authorize(world, credentials, call);
        const retryAfter = rateLimits?.retryAfter(call.method, call.args.channel);
        if (retryAfter !== undefined) {
          const headers = { 'retry-after': String(retryAfter) };
          return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
        }
        const answer = method(call.args, call.bearer);
        return {
          status: 200,
          body: { ok: true, ...answer },
          headers: scopeHeaders(world, call.method),
        };
      },
      200,
    );
  }

  /** Turns a refusal into an answer, and notes it: the real Slack would have refused too. */
  #guarded(call: ApiCall, run: () => Reply, refusedStatus: number): Reply {
    try {
      if (!call.isReadable) {
        throw new Refusal('invalid_json');
      }
      return run();
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      const { code, more } = error;
      if (!RACES.has(code)) {
        const details = listIn(fieldsIn(more.response_metadata).messages).map(String);
        this.#options.world.violations.push({ code, where: call.method, details, args: call.args });
      }
      return { status: refusedStatus, body: { ok: false, error: code, ...more } };
    }
  }
}
