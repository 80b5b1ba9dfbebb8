import OpenAI, { APIConnectionError, APIError } from 'openai';
import type { Secret } from '../secret.ts';
import { EndpointError, type EndpointFailure } from './endpoint-error.ts';

export interface EndpointAddress {
  /** Null where the endpoint asks for none. */
  readonly apiKey: Secret | null;
  /** OpenAI's own where null. */
  readonly baseUrl: string | null;
}

/** What is longer fails as `too-long`. */
export interface AnswerLimits {
  readonly bytes: number;
  /** Of one line: the client joins its pieces anew each time one comes. */
  readonly lineBytes: number;
}

const OPENAI_URL = 'https://api.openai.com/v1';
const ignore = (): undefined => undefined;
/** The client would print what it cannot read, and with it what the model said. */
const SILENT = { error: ignore, warn: ignore, info: ignore, debug: ignore };

/**
 * The client reads nothing from the environment, tries once, keeps silent, and sends nothing that tells of
 * this machine.
 */
export const createOpenAiClient = (
  { apiKey, baseUrl }: EndpointAddress,
  limits: AnswerLimits,
): OpenAI =>
  new OpenAI({
    apiKey: apiKey?.reveal() ?? '',
    baseURL: baseUrl ?? OPENAI_URL,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    logger: SILENT,
    defaultHeaders: { 'User-Agent': 'youju', ...(apiKey === null ? { Authorization: null } : {}) },
    // A redirect could carry questions to somebody else.
    fetchOptions: { redirect: 'error' },
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      for (const name of [...headers.keys()])
        if (name.startsWith('x-stainless-')) headers.delete(name);
      const response = await fetch(url, { ...init, headers });
      const bounded = new Response(response.body?.pipeThrough(within(limits)) ?? null, response);
      return bounded.ok ? bounded : withError(bounded);
    },
  });

/** Some say what they refuse without the `error` round it that the client looks for. */
async function withError(response: Response): Promise<Response> {
  const text = await response.text();
  const said = objectIn(text);
  const { status, headers } = response;
  const body = said && !('error' in said) ? JSON.stringify({ error: said }) : text;
  return new Response(body, { status, headers });
}

function objectIn(text: string): object | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? said : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function within({ bytes, lineBytes }: AnswerLimits): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  let inLine = 0;
  return new TransformStream({
    transform(piece, controller) {
      const lineEnd = piece.lastIndexOf(NEW_LINE);
      inLine = lineEnd < 0 ? inLine + piece.length : piece.length - lineEnd;
      seen += piece.length;
      if (seen > bytes || inLine > lineBytes) controller.error(new EndpointError('too-long'));
      else controller.enqueue(piece);
    },
  });
}

const NEW_LINE = 10;

const BY_STATUS: Readonly<Record<number, EndpointFailure>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'no-such-model',
  408: 'timed-out',
  429: 'rate-limited',
};

/** Whatever the client throws, in our words; nothing of its own message is taken over. */
export function failureOf(error: unknown): EndpointError {
  if (error instanceof EndpointError) return error;
  if (error instanceof SyntaxError) return new EndpointError('malformed');
  if (error instanceof APIConnectionError)
    return new EndpointError('unreachable', detailOf(systemCode(error)));
  if (!(error instanceof APIError)) return new EndpointError('broken-off');
  const { status } = error;
  // An error reported in the middle of a stream has no status.
  if (typeof status !== 'number') return new EndpointError('overloaded');
  const retryAfterMs = retryAfterOf(error.headers);
  const kind = BY_STATUS[status] ?? (status >= 500 ? 'overloaded' : 'refused');
  return new EndpointError(kind, {
    detail: `HTTP ${status}`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

const detailOf = (detail: string | undefined) => (detail === undefined ? {} : { detail });

/** E.g. ECONNREFUSED or CERT_HAS_EXPIRED, somewhere in what caused the error. */
function systemCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && /^[A-Z][A-Z0-9_]{2,}$/u.test(String(cause.code)))
      return String(cause.code);
  return undefined;
}

/** Seconds or a date. */
function retryAfterOf(headers: unknown): number | undefined {
  const said = headers instanceof Headers ? headers.get('retry-after') : null;
  if (said === null) return undefined;
  const ms = /^\d+(?:\.\d+)?$/u.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
