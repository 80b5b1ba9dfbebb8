import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, failAtOnce, sendBroken } from './faults.ts';
import { hashedEmbedding } from './hashed-embedding.ts';
import {
  type ChatBody,
  chatBody,
  type EmbeddingsBody,
  embeddingsBody,
  isStrict,
  readBody,
} from './request.ts';
import {
  countTokens,
  inManner,
  type Manners,
  OPENAI_MANNERS,
  type Sending,
  sendStream,
  sendWhole,
} from './send-chat.ts';

/** What an endpoint can do; what it cannot it refuses by name, as real ones do. */
export interface Abilities {
  readonly jsonSchema: boolean;
  readonly jsonObject: boolean;
  readonly streamUsage: boolean;
  readonly streaming: boolean;
  readonly temperature: boolean;
  /** How it wants the longest answer to be said. */
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
}

export interface FakeOpenAiOptions {
  /** Asked of every request; null where anybody may ask. */
  readonly apiKey?: string | null;
  readonly chatModel?: string;
  readonly embeddingModel?: string;
  readonly dimensions?: number;
  readonly abilities?: Partial<Abilities>;
  readonly manners?: Partial<Manners>;
  /** What the model says, from what it was asked. */
  readonly reply?: (body: ChatBody) => string | Promise<string>;
}

export interface SeenRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

const ALL_ABILITIES: Abilities = {
  jsonSchema: true,
  jsonObject: true,
  streamUsage: true,
  streaming: true,
  temperature: true,
  tokenLimit: 'max_tokens',
};

const NO_ROUTE: Fault = { kind: 'status', status: 404, message: 'no such path' };
const refusal = (message: string, status = 400): Fault => ({ kind: 'status', status, message });

/** Speaks OpenAI's language over real HTTP, and can be told to go wrong in every way that was seen. */
export class FakeOpenAi {
  readonly apiKey: string | null;
  readonly chatModel: string;
  readonly embeddingModel: string;
  dimensions: number;
  /** The most texts it embeds at once. */
  maxInputs = 2048;
  /** Of the vectors in an answer, each with its number. */
  order: 'first' | 'last' = 'first';
  abilities: Abilities;
  readonly manners: Manners;
  reply: (body: ChatBody) => string | Promise<string>;
  sending: Sending = { deltaChars: 4, pieceBytes: null, pauseMs: 0 };
  /** Befalls the next requests, one each; `null` lets one through. */
  readonly nextFaults: (Fault | null)[] = [];
  /** Befalls every request when no next fault is left. */
  fault: Fault | null = null;
  /** Changes the vectors of an answer before they are sent. */
  distort: (vectors: readonly (readonly number[])[]) => unknown[] = (vectors) => [...vectors];
  readonly seen: SeenRequest[] = [];
  /** Requests being answered at this moment, and the most there were at once. */
  inFlight = 0;
  mostInFlight = 0;
  embeddedTexts = 0;
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response);
  });

  constructor(options: FakeOpenAiOptions = {}) {
    this.apiKey = options.apiKey === undefined ? 'sk-fake' : options.apiKey;
    this.chatModel = options.chatModel ?? 'fake-chat';
    this.embeddingModel = options.embeddingModel ?? 'fake-embedding';
    this.dimensions = options.dimensions ?? 256;
    this.abilities = { ...ALL_ABILITIES, ...options.abilities };
    this.manners = { ...OPENAI_MANNERS, ...options.manners };
    this.reply = options.reply ?? (() => '{}');
  }

  /** @param port any free one where 0 */
  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  }

  get baseUrl(): string {
    const { port }: Partial<AddressInfo> = Object(this.#server.address());
    return `http://127.0.0.1:${port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    response.once('close', () => {
      this.inFlight -= 1;
    });
    const path = request.url ?? '';
    const body = request.method === 'POST' ? await readBody(request) : null;
    this.seen.push({ path, headers: request.headers, body });
    const next = this.nextFaults.length > 0 ? this.nextFaults.shift() : this.fault;
    const fault = next ?? undefined;
    if (fault !== undefined && failAtOnce(fault, response)) return;
    const isAllowed =
      this.apiKey === null || request.headers.authorization === `Bearer ${this.apiKey}`;
    if (!isAllowed) {
      failAtOnce(refusal(`Incorrect API key: ${request.headers.authorization}`, 401), response);
      return;
    }
    await this.#route(`${request.method} ${path}`, body, response, fault);
  }

  async #route(
    route: string,
    body: unknown,
    response: ServerResponse,
    fault: Fault | undefined,
  ): Promise<void> {
    if (route === 'POST /v1/chat/completions') {
      const parsed = chatBody.safeParse(body);
      if (parsed.success) await this.#chat(parsed.data, response, fault);
      else failAtOnce(refusal(parsed.error.message), response);
    } else if (route === 'POST /v1/embeddings') {
      const parsed = embeddingsBody.safeParse(body);
      if (parsed.success) this.#embed(parsed.data, response, fault);
      else failAtOnce(refusal(parsed.error.message), response);
    } else if (route === 'GET /v1/models') {
      const data = [this.chatModel, this.embeddingModel].map(asModel);
      sendJson(response, JSON.stringify({ object: 'list', data }));
    } else failAtOnce(NO_ROUTE, response);
  }

  async #chat(body: ChatBody, response: ServerResponse, fault: Fault | undefined): Promise<void> {
    const message = this.#refusalOf(body);
    if (message !== undefined) {
      const status = body.model === this.chatModel ? 400 : 404;
      const { refusesWith } = this.manners;
      if (refusesWith === null) failAtOnce(refusal(message, status), response);
      else sendJson(response, JSON.stringify(refusesWith(message, status)), status);
      return;
    }
    const answer = inManner(await this.reply(body), this.manners);
    if (body.stream && this.abilities.streaming)
      await sendStream(body, answer, response, this.sending, fault, this.manners);
    else sendWhole(body, answer, response);
  }

  #refusalOf(body: ChatBody): string | undefined {
    const { jsonSchema, jsonObject, streamUsage, temperature, tokenLimit } = this.abilities;
    const form = body.response_format;
    if (body.model !== this.chatModel) return `The model '${body.model}' does not exist`;
    if (form?.type === 'json_schema') {
      if (!jsonSchema) return "Invalid parameter: 'response_format' of type 'json_schema'";
      if (form.json_schema.strict === true && !isStrict(form.json_schema.schema))
        return "Invalid schema for response_format: 'additionalProperties' and 'required' are missing";
    }
    if (form?.type === 'json_object') {
      if (!jsonObject) return 'response_format is not supported';
      if (!body.messages.some(({ content }) => /json/iu.test(content)))
        return "'messages' must contain the word 'json' to use 'response_format' of type 'json_object'";
    }
    if (body.stream_options !== undefined && !streamUsage) return 'Unknown field: stream_options';
    if (body.temperature !== undefined && !temperature)
      return "Unsupported value: 'temperature' does not support 0 with this model";
    const wrongLimit = tokenLimit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    if (body[wrongLimit] !== undefined)
      return `Unsupported parameter: '${wrongLimit}'. Use '${tokenLimit}' instead.`;
    return undefined;
  }

  #embed(body: EmbeddingsBody, response: ServerResponse, fault: Fault | undefined): void {
    if (body.model !== this.embeddingModel) {
      failAtOnce(refusal(`The model '${body.model}' does not exist`, 404), response);
      return;
    }
    const texts = [body.input].flat();
    if (texts.length > this.maxInputs) {
      failAtOnce(
        refusal(`batch size is invalid, it should not be larger than ${this.maxInputs}`),
        response,
      );
      return;
    }
    const dimensions = body.dimensions ?? this.dimensions;
    const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0);
    const vectors = this.distort(texts.map((text) => hashedEmbedding(text, dimensions)));
    this.embeddedTexts += texts.length;
    const data = vectors.map((embedding, index) => ({
      object: 'embedding',
      index,
      embedding: body.encoding_format === 'base64' ? inBase64(embedding) : embedding,
    }));
    const json = JSON.stringify({
      object: 'list',
      model: body.model,
      data: this.order === 'first' ? data : data.reverse(),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
    if (fault === undefined) sendJson(response, json);
    else sendBroken(fault, response, json);
  }
}

const asModel = (id: string) => ({ id, object: 'model', created: 0, owned_by: 'fake' });

const inBase64 = (vector: unknown): string =>
  Buffer.from(Float32Array.from(Array.isArray(vector) ? vector : []).buffer).toString('base64');

function sendJson(response: ServerResponse, json: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(json);
}

/** Started on any free port of this machine. */
export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const fake = new FakeOpenAi(options);
  await fake.start();
  return fake;
}
