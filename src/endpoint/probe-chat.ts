import { z } from 'zod';
import type { ChatUsage } from './chat-endpoint.ts';
import type { Dialect } from './dialect.ts';
import { EndpointError } from './endpoint-error.ts';
import type { OpenAiChat } from './openai-chat.ts';
import { loadPrompt } from './prompt.ts';

/** What an endpoint was found to do. */
export interface ChatProbe {
  /** Until the first of the answer. */
  readonly ms: number;
  readonly isStream: boolean;
  /** How answers of a form are asked for. */
  readonly form: Dialect['form'];
  /** Whether it says what an answer cost. */
  readonly tellsUsage: boolean;
  /** Whether the model thinks before it answers, which takes time and tokens. */
  readonly thinks: boolean;
}

const form = z.object({ ok: z.boolean() });
/** Room for a model that thinks before it speaks. */
const MAX_TOKENS = 500;

/** Asks next to nothing, to see whether and how an endpoint answers. Throws EndpointError, also at the signal. */
export async function probeChat(
  chat: OpenAiChat,
  nowMs: () => number,
  signal: AbortSignal,
): Promise<ChatProbe> {
  try {
    return await probe(chat, nowMs, signal);
  } catch (error) {
    throw signal.aborted ? new EndpointError('timed-out') : error;
  }
}

async function probe(
  chat: OpenAiChat,
  nowMs: () => number,
  signal: AbortSignal,
): Promise<ChatProbe> {
  const prompt = await loadPrompt('check-endpoint', []);
  const messages = await prompt.fill({});
  const schema = { name: 'check', jsonSchema: z.toJSONSchema(form) };
  const startedMs = nowMs();
  const opened = await chat.open({ messages, schema, maxTokens: MAX_TOKENS }, signal);
  let usage: ChatUsage | undefined;
  let thinks = false;
  const onUsage = (told: ChatUsage): void => {
    usage = told;
  };
  const onThought = (): void => {
    thinks = true;
  };
  let firstMs: number | undefined;
  let text = '';
  for await (const delta of readOn(opened.read(onUsage, onThought))) {
    firstMs ??= nowMs();
    text += delta;
  }
  if (firstMs === undefined) throw new EndpointError('malformed');
  return {
    ms: firstMs - startedMs,
    isStream: opened.isStream,
    form: chat.dialect.form,
    tellsUsage: usage !== undefined,
    thinks: thinks || text.includes('<think>'),
  };
}

/** An answer that runs on beyond what was asked for is an answer all the same. */
async function* readOn(deltas: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* deltas;
  } catch (error) {
    if (!(error instanceof EndpointError && error.kind === 'too-long')) throw error;
  }
}
