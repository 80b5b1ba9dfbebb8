import type OpenAI from 'openai';
import { APIError } from 'openai';
import { z } from 'zod';
import type { ChatRequest, ChatUsage } from './chat-endpoint.ts';
import { type Dialect, plainer, RICHEST_DIALECT } from './dialect.ts';
import { EndpointError } from './endpoint-error.ts';
import { createOpenAiClient, type EndpointAddress, failureOf } from './openai-client.ts';

/** A stream of some thousand tokens with all that goes round them. */
const LIMITS = { bytes: 8 << 20, lineBytes: 1 << 18 };
/** Characters a token can be. */
const MAX_TOKEN_CHARS = 8;

const usageSchema = z
  .object({
    prompt_tokens: z.number().int().nonnegative(),
    completion_tokens: z.number().int().nonnegative(),
  })
  .nullish()
  .catch(undefined);
/** Some say in the choice what it cost. */
const choiceParts = { finish_reason: z.string().nullish(), usage: usageSchema };
const content = z
  .object({
    content: z.string().nullish(),
    refusal: z.string().nullish(),
    // What a model thinks before it answers has two names.
    reasoning_content: z.string().nullish().catch(undefined),
    reasoning: z.string().nullish().catch(undefined),
  })
  .nullish();
const chunkSchema = z.object({
  choices: z.array(z.object({ delta: content, ...choiceParts })).default([]),
  usage: usageSchema,
});
const wholeSchema = z.object({
  choices: z.array(z.object({ message: content, ...choiceParts })).min(1),
  usage: usageSchema,
});

/** A piece of an answer. */
interface Piece {
  readonly text: string;
  /** Whether it is of what the model thinks before it answers. */
  readonly isThought: boolean;
  readonly finish: string | undefined;
  readonly usage: ChatUsage | undefined;
}

export interface OpenedChat {
  /** Whether the endpoint streams at all. */
  readonly isStream: boolean;
  /** Throws EndpointError. `onThought` hears that the model thinks first. */
  read(onUsage: (usage: ChatUsage) => void, onThought?: () => void): AsyncGenerator<string>;
}

/** One chat model, asked once at a time of asking: no second try, no limit of time but the signal. */
export class OpenAiChat {
  readonly model: string;
  readonly #client: OpenAI;
  #dialect = RICHEST_DIALECT;

  constructor(address: EndpointAddress, model: string) {
    this.model = model;
    this.#client = createOpenAiClient(address, LIMITS);
  }

  /** What the endpoint was found to understand so far. */
  get dialect(): Dialect {
    return this.#dialect;
  }

  /** Throws EndpointError, also where the signal is aborted. What the endpoint refuses it is asked without. */
  async open(request: ChatRequest, signal: AbortSignal): Promise<OpenedChat> {
    for (let dialect = this.#dialect; ; ) {
      try {
        const { data, response } = await this.#client.chat.completions
          .create(bodyOf(this.model, request, dialect), { signal })
          .withResponse();
        this.#dialect = dialect;
        return toOpened(data, response, request.maxTokens);
      } catch (error) {
        const next =
          error instanceof APIError && typeof error.status === 'number'
            ? plainer(dialect, error.status, wordsOf(error))
            : undefined;
        if (next === undefined) throw failureOf(error);
        dialect = next;
      }
    }
  }
}

const wordsOf = ({ message, param, error }: APIError): string =>
  `${message} ${param ?? ''} ${JSON.stringify(error)}`;

function bodyOf(model: string, { messages, schema, maxTokens }: ChatRequest, dialect: Dialect) {
  return {
    model,
    messages: [...messages],
    stream: true as const,
    [dialect.limit]: maxTokens,
    ...(dialect.usage ? { stream_options: { include_usage: true } } : {}),
    ...(dialect.temperature ? { temperature: 0 } : {}),
    ...formOf(dialect.form, schema),
  };
}

function formOf(form: Dialect['form'], { name, jsonSchema }: ChatRequest['schema']) {
  if (form === 'text') return {};
  if (form === 'json_object') return { response_format: { type: form } };
  const schema: Record<string, unknown> = { ...jsonSchema };
  return { response_format: { type: form, json_schema: { name, strict: true, schema } } };
}

function toOpened(
  stream: AsyncIterable<unknown>,
  response: Response,
  maxTokens: number,
): OpenedChat {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('text/html')) {
    void response.body?.cancel();
    throw new EndpointError('malformed', { detail: 'HTML' });
  }
  const isStream = !type.includes('application/json');
  const pieces = isStream ? streamed(stream) : whole(response);
  return {
    isStream,
    read: (onUsage, onThought = () => undefined) =>
      bounded(pieces, maxTokens * MAX_TOKEN_CHARS, { onUsage, onThought }),
  };
}

async function* streamed(stream: AsyncIterable<unknown>): AsyncGenerator<Piece> {
  for await (const data of fromClient(stream)) {
    const { choices, usage } = parsed(chunkSchema, data);
    const [choice] = choices;
    yield toPiece(choice?.delta, choice?.finish_reason, usage ?? choice?.usage);
  }
}

async function* whole(response: Response): AsyncGenerator<Piece> {
  const json: unknown = await response.json().catch((error: unknown) => {
    throw failureOf(error);
  });
  const { choices, usage } = parsed(wholeSchema, json);
  const [choice] = choices;
  yield toPiece(choice?.message, choice?.finish_reason, usage);
}

/** What goes wrong within the client, in our words. */
async function* fromClient(stream: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    throw failureOf(error);
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const result = schema.safeParse(data);
  if (!result.success) throw new EndpointError('malformed');
  return result.data;
}

/** How an answer ends that was held back. */
const FILTERED: ReadonlySet<string> = new Set(['content_filter', 'sensitive']);

function toPiece(
  said: z.infer<typeof content>,
  finish: string | null | undefined,
  usage: z.infer<typeof usageSchema>,
): Piece {
  if (said?.refusal || FILTERED.has(finish ?? '')) throw new EndpointError('refused');
  const text = said?.content ?? '';
  // What stands for bytes that are no text: a figure next to it may have lost a digit.
  if (text.includes('\uFFFD')) throw new EndpointError('malformed', { detail: 'UTF-8' });
  return {
    text,
    isThought: Boolean(said?.reasoning_content || said?.reasoning),
    finish: finish ?? undefined,
    usage: usage
      ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
      : undefined,
  };
}

interface Listening {
  readonly onUsage: (usage: ChatUsage) => void;
  readonly onThought: () => void;
}

/** The text of an answer that ends as it should; fails where it does not end, or not in time. */
async function* bounded(
  pieces: AsyncIterable<Piece>,
  maxChars: number,
  { onUsage, onThought }: Listening,
): AsyncGenerator<string> {
  let chars = 0;
  let finish: string | undefined;
  for await (const piece of pieces) {
    if (piece.isThought) onThought();
    chars += piece.text.length;
    if (chars > maxChars) throw new EndpointError('too-long');
    if (piece.text !== '') yield piece.text;
    finish ??= piece.finish;
    if (piece.usage) onUsage(piece.usage);
  }
  if (finish === undefined) throw new EndpointError('broken-off');
  if (finish === 'length') throw new EndpointError('too-long');
}
