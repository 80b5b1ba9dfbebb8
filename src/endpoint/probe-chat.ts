import { z } from 'zod';
import type { Dialect } from './dialect.ts';
import { EndpointError } from './endpoint-error.ts';
import type { OpenAiChat } from './openai-chat.ts';
import { loadPrompt } from './prompt.ts';

export interface ChatProbe {
  /** Until the first of the answer. */
  readonly ms: number;
  readonly isStream: boolean;
  /** How answers of a form are asked for. */
  readonly form: Dialect['form'];
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

async function probe(chat: OpenAiChat, nowMs: () => number, signal: AbortSignal) {
  const prompt = await loadPrompt('check-endpoint', []);
  const messages = await prompt.fill({});
  const schema = { name: 'check', jsonSchema: z.toJSONSchema(form) };
  const startedMs = nowMs();
  const opened = await chat.open({ messages, schema, maxTokens: MAX_TOKENS }, signal);
  const deltas = opened.read(() => undefined);
  const first = await deltas.next();
  await deltas.return(undefined);
  if (first.done === true) throw new EndpointError('malformed');
  return { ms: nowMs() - startedMs, isStream: opened.isStream, form: chat.dialect.form };
}
