import { CircuitBreaker } from './circuit-breaker.ts';
import { Gate } from './gate.ts';
import type { GateSettings } from './gate-settings.ts';
import { GuardedChat } from './guarded-chat.ts';
import { GuardedEmbeddings } from './guarded-embeddings.ts';
import { OpenAiChat } from './openai-chat.ts';
import type { EndpointAddress } from './openai-client.ts';
import { OpenAiEmbeddings } from './openai-embeddings.ts';
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
