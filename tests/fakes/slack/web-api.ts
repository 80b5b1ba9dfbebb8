import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiMethods, parseArguments, type TokenKind } from './api-method.ts';
import type { Blow, Fault, Faults } from './faults.ts';
import type { Fields } from './fields.ts';
import { fieldsIn, listIn } from './fields.ts';
import { accessTo } from './method-access.ts';
import type { RateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import { answerAtResponseUrl } from './response-url-posts.ts';
import type { World } from './world.ts';

/** One call of the Web API, with what was answered. */
export interface ApiCall {
  /** `chat.postMessage`, or `response_url`. */
  readonly method: string;
  readonly args: Fields;
  readonly bearer: string;
  readonly userAgent: string;
  readonly atMs: number;
  /** The body answered, also when a fault kept it from the app. */
  answer?: Fields;
  fault?: Fault;
}

export interface Credentials {
  readonly botToken: string;
  readonly appToken: string;
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
const RACES: ReadonlySet<string> = new Set(['hash_conflict', 'thread_not_found']);

interface Reply {
  readonly status: number;
  readonly body: Fields;
  readonly headers?: Readonly<Record<string, string>>;
}

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
    const body = await readText(request);
    const [, area = '', name = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split(
      '/',
    );
    if (request.method !== 'POST' || (area !== 'api' && area !== 'response')) {
      response.writeHead(404).end('not found');
      return;
    }
    const call = this.#record(request, area === 'api' ? name : 'response_url', body);
    const run = (): Reply => (area === 'api' ? this.#call(call) : this.#answer(call, name));
    await this.#withFault(call, response, run);
    this.#options.world.tell();
  }

  #record(request: IncomingMessage, method: string, body: string): ApiCall {
    const {
      authorization = '',
      'content-type': contentType = '',
      'user-agent': userAgent = '',
    } = request.headers;
    const call: ApiCall = {
      method,
      args: parseArguments(contentType, body),
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
    const method = this.#options.methods[call.method];
    return this.#guarded(
      call,
      () => {
        if (!method) {
          throw new Refusal('unknown_method', { req_method: call.method });
        }
        this.#authorize(call);
        const retryAfter = this.#options.rateLimits?.retryAfter(call.method, call.args.channel);
        if (retryAfter !== undefined) {
          const headers = { 'retry-after': String(retryAfter) };
          return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
        }
        const answer = method(call.args, call.bearer);
        return { status: 200, body: { ok: true, ...answer }, headers: this.#scopeHeaders(call) };
      },
      200,
    );
  }

  /** Turns a refusal into an answer, and notes it: the real Slack would have refused too. */
  #guarded(call: ApiCall, run: () => Reply, refusedStatus: number): Reply {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      const { code, more } = error;
      if (RACES.has(code)) {
        return { status: refusedStatus, body: { ok: false, error: code, ...more } };
      }
      const details = listIn(fieldsIn(more.response_metadata).messages).map(String);
      this.#options.world.violations.push({ code, where: call.method, details, args: call.args });
      return { status: refusedStatus, body: { ok: false, error: code, ...more } };
    }
  }

  #authorize({ method, bearer }: ApiCall): void {
    const { tokens, scopes } = accessTo(method);
    const kind = this.#kindOf(bearer);
    const { state } = this.#options.world.installation;
    if (kind && kind !== 'none' && state !== 'installed') {
      throw new Refusal(state === 'revoked' ? 'token_revoked' : 'account_inactive');
    }
    if (!kind) {
      throw new Refusal('invalid_auth');
    }
    if (!tokens.includes(kind)) {
      throw new Refusal(kind === 'none' ? 'not_authed' : 'not_allowed_token_type');
    }
    const granted = this.#options.world.scopes;
    if (scopes.length > 0 && !scopes.some((scope) => granted.has(scope))) {
      const provided = [...granted].join(',');
      throw new Refusal('missing_scope', { needed: scopes.join(','), provided });
    }
  }

  #kindOf(bearer: string): TokenKind | undefined {
    const { credentials, world } = this.#options;
    if (bearer === '') {
      return 'none';
    }
    if (bearer === credentials.botToken) {
      return 'bot';
    }
    if (bearer === credentials.appToken) {
      return 'app';
    }
    if (bearer.startsWith('xoxe')) {
      return 'configuration';
    }
    return world.steps.isOpenToken(bearer) ? 'step' : undefined;
  }

  #scopeHeaders({ method }: ApiCall): Record<string, string> {
    return {
      'x-oauth-scopes': [...this.#options.world.scopes].join(','),
      'x-accepted-oauth-scopes': accessTo(method).scopes.join(','),
    };
  }
}

/** Answers in the fault's way, or not at all. */
function strike(fault: Blow, response: ServerResponse): void {
  switch (fault.kind) {
    case 'http500':
      response.writeHead(500).end('internal error');
      return;
    case 'rate-limited':
      sendReply(response, {
        status: 429,
        body: { ok: false, error: 'ratelimited' },
        headers: { 'retry-after': String(fault.retryAfterSeconds) },
      });
      return;
    case 'error':
      sendReply(response, { status: 200, body: { ok: false, error: fault.error } });
      return;
    case 'cut':
      response.destroy();
      return;
    case 'not-json':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(fault.body ?? '<html>maintenance</html>');
      return;
  }
}

function sendReply(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
