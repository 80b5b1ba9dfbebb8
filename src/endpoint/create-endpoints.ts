import { CircuitBreaker, defaultCircuitOptions } from './circuit-breaker.ts';
import { Gate } from './gate.ts';
import { GuardedChat } from './guarded-chat.ts';
import { GuardedEmbeddings } from './guarded-embeddings.ts';
import { OpenAiChat } from './openai-chat.ts';
import type { EndpointAddress } from './openai-client.ts';
import { OpenAiEmbeddings } from './openai-embeddings.ts';
import { ANSWERING, INGESTING } from './retry.ts';
import type { TokenBudget } from './token-budget.ts';
import { Turnstile } from './turnstile.ts';

export interface EndpointOptions {
  readonly address: EndpointAddress;
  readonly model: string;
  /** Calls at once. */
  readonly concurrency: number;
}

/** Time and chance, passed in so that nothing here reads a clock. */
export interface Surroundings {
  readonly nowMs: () => number;
  readonly random: () => number;
}

export type GateSettings = Pick<
  ConstructorParameters<typeof Gate>[0],
  'retry' | 'timeoutMs' | 'tryMs'
> & { readonly circuit: typeof defaultCircuitOptions };

/** @param timeoutMs of one answer, tried again where that may help */
export const answering = (timeoutMs: number): GateSettings => ({
  retry: ANSWERING,
  timeoutMs,
  tryMs: timeoutMs,
  circuit: defaultCircuitOptions,
});

/** For a question's vector, without which words are still found. */
export const EMBEDDING_QUESTIONS: GateSettings = { ...answering(4_000), tryMs: 2_000 };

/** A build would rather wait than lose what it has done; it gives up when nothing helps. */
export const EMBEDDING_PASSAGES: GateSettings = {
  retry: INGESTING,
  timeoutMs: 10 * 60_000,
  tryMs: 60_000,
  circuit: { ...defaultCircuitOptions, failures: Number.POSITIVE_INFINITY },
};

export interface ChatParts {
  readonly chat: OpenAiChat;
  readonly gate: Gate;
  readonly endpoint: GuardedChat;
}

export function createChat(
  { address, model, concurrency }: EndpointOptions,
  budget: TokenBudget,
  settings: GateSettings,
  surroundings: Surroundings,
): ChatParts {
  const chat = new OpenAiChat(address, model);
  const gate = createGate(concurrency, settings, surroundings);
  return { chat, gate, endpoint: new GuardedChat(chat, gate, budget) };
}

export interface EmbeddingsParts {
  readonly gate: Gate;
  readonly endpoint: GuardedEmbeddings;
}

export function createEmbeddings(
  { address, model, concurrency }: EndpointOptions,
  settings: GateSettings,
  surroundings: Surroundings,
): EmbeddingsParts {
  const gate = createGate(concurrency, settings, surroundings);
  return { gate, endpoint: new GuardedEmbeddings(new OpenAiEmbeddings(address, model), gate) };
}

const createGate = (
  concurrency: number,
  { circuit, ...limits }: GateSettings,
  surroundings: Surroundings,
): Gate =>
  new Gate({
    ...limits,
    ...surroundings,
    breaker: new CircuitBreaker(circuit),
    turnstile: new Turnstile(concurrency),
  });
