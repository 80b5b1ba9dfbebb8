import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Fault, written } from './faults.ts';
import type { ChatBody } from './request.ts';

/** How a chat answer goes out. */
export interface Sending {
  /** Characters a delta holds. */
  readonly deltaChars: number;
  /** Cuts the bytes of the stream into pieces of this size, through characters and lines alike; whole where null. */
  readonly pieceBytes: number | null;
  readonly pauseMs: number;
}

/** What endpoints do in ways of their own. */
export interface Manners {
  /** Where what the model thinks first is said. */
  readonly thinksIn: 'reasoning_content' | 'reasoning' | '<think>' | null;
  /** Where a stream says what it cost: in an event of its own, where that is asked for, or in the last of the answer. */
  readonly usage: 'by-itself' | 'with-last' | 'in-choice' | 'never';
  /** Whether the answer is set in a code fence. */
  readonly isFenced: boolean;
  /** Whether comments keep the connection alive. */
  readonly keepsAlive: boolean;
  /** What a refusal looks like; as OpenAI's where null. */
  readonly refusesWith: ((message: string, status: number) => unknown) | null;
}

export const OPENAI_MANNERS: Manners = {
  thinksIn: null,
  usage: 'by-itself',
  isFenced: false,
  keepsAlive: false,
  refusesWith: null,
};

const THOUGHT = '先看问题，再看 "claims": [{"text":"想到的","citations":[]}]。';

/** An answer as such an endpoint words it. */
export const inManner = (answer: string, { thinksIn, isFenced }: Manners): string =>
  `${thinksIn === '<think>' ? `<think>${THOUGHT}</think>` : ''}${
    isFenced ? `\`\`\`json\n${answer}\n\`\`\`` : answer
  }`;

export const countTokens = (text: string): number => [...text].length;

const usageOf = ({ messages }: ChatBody, text: string) => {
  const prompt = messages.reduce((sum, { content }) => sum + countTokens(content), 0);
  const completion = countTokens(text);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  };
};

/** The answer cut where it may not be longer. */
function cut(body: ChatBody, text: string): { text: string; finish: 'stop' | 'length' } {
  const limit = body.max_completion_tokens ?? body.max_tokens ?? Number.POSITIVE_INFINITY;
  const characters = [...text];
  if (characters.length <= limit) return { text, finish: 'stop' };
  return { text: characters.slice(0, limit).join(''), finish: 'length' };
}

export function sendWhole(body: ChatBody, answer: string, response: ServerResponse): void {
  const { text, finish } = cut(body, answer);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'chatcmpl-fake',
      object: 'chat.completion',
      created: 0,
      model: body.model,
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }],
      usage: usageOf(body, text),
    }),
  );
}

export async function sendStream(
  body: ChatBody,
  answer: string,
  response: ServerResponse,
  sending: Sending,
  fault: Fault | undefined,
  manners: Manners = OPENAI_MANNERS,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  const send = (piece: Buffer): Promise<void> => inPieces(response, piece, sending);
  const event = (data: unknown): Buffer => Buffer.from(`data: ${JSON.stringify(data)}\n\n`);
  const chunk = (content: string, finish: string | null): unknown => ({
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    created: 0,
    model: body.model,
    choices: [{ index: 0, delta: { content }, finish_reason: finish }],
  });
  const { text, finish } = cut(body, answer);
  if (manners.keepsAlive) await send(Buffer.from(': keep-alive\n\n'));
  if (manners.thinksIn === 'reasoning_content' || manners.thinksIn === 'reasoning')
    await send(
      event({
        ...Object(chunk('', null)),
        choices: [
          { index: 0, delta: { content: null, [manners.thinksIn]: THOUGHT }, finish_reason: null },
        ],
      }),
    );
  const deltas = [...inDeltas(text, sending.deltaChars)];
  const sent = fault === undefined ? deltas : deltas.slice(0, Math.ceil(deltas.length / 2));
  for (const delta of sent) {
    await send(event(chunk(delta, null)));
    if (sending.pauseMs > 0) await setTimeout(sending.pauseMs);
  }
  if (fault !== undefined)
    return failMidway(fault, response, (content) => event(chunk(content, null)));
  await send(event(lastOf(chunk('', finish), usageOf(body, text), manners)));
  if (body.stream_options?.include_usage === true && manners.usage === 'by-itself')
    await send(event({ ...Object(chunk('', null)), choices: [], usage: usageOf(body, text) }));
  await send(Buffer.from('data: [DONE]\n\n'));
  response.end();
}

function lastOf(chunk: unknown, usage: object, manners: Manners): unknown {
  const last: { choices: object[] } = Object(chunk);
  if (manners.usage === 'with-last') return { ...last, usage };
  if (manners.usage === 'in-choice')
    return { ...last, choices: last.choices.map((choice) => ({ ...choice, usage })) };
  return last;
}

function* inDeltas(text: string, size: number): Generator<string> {
  const characters = [...text];
  for (let at = 0; at < characters.length; at += size)
    yield characters.slice(at, at + size).join('');
}

async function inPieces(
  response: ServerResponse,
  bytes: Buffer,
  { pieceBytes }: Sending,
): Promise<void> {
  const size = pieceBytes ?? bytes.length;
  for (let at = 0; at < bytes.length; at += size)
    await written(response, bytes.subarray(at, at + size));
}

/** A lead byte of three without the two that belong to it. */
const TORN_CHARACTER = Buffer.from([0xe6]);

async function failMidway(
  fault: Fault,
  response: ServerResponse,
  deltaOf: (content: string) => Buffer,
): Promise<void> {
  switch (fault.kind) {
    case 'stall-midway':
      return;
    case 'break-off':
      response.destroy();
      return;
    case 'bad-utf8': {
      const [head = '', tail = ''] = deltaOf('|').toString().split('|');
      response.end(Buffer.concat([Buffer.from(head), TORN_CHARACTER, Buffer.from(tail)]));
      return;
    }
    case 'bad-json':
      response.end('data: {"choices":[{"delta":{"content":"未完\n\n');
      return;
    case 'error-midway':
      response.end('data: {"error":{"message":"upstream failed","code":502}}\n\n');
      return;
    case 'never-finish':
      while (!response.destroyed) {
        await written(response, ': still here\n\n');
        await setTimeout(20);
      }
      return;
    case 'million-tokens':
      for (let token = 0; token < 1_000_000 && !response.destroyed; token += 1)
        await written(response, deltaOf('规划'));
      response.end();
      return;
    default:
      response.end();
  }
}
