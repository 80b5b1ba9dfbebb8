import type { ChatEndpoint, ChatOptions, ChatRequest, ChatUsage } from './chat-endpoint.ts';
import type { Gate } from './gate.ts';
import type { OpenAiChat } from './openai-chat.ts';
import { estimateTokens, type TokenBudget } from './token-budget.ts';

/** A chat model that is asked within the budget and through the gate. */
export class GuardedChat implements ChatEndpoint {
  readonly model: string;
  readonly #chat: OpenAiChat;
  readonly #gate: Gate;
  readonly #budget: TokenBudget;

  constructor(chat: OpenAiChat, gate: Gate, budget: TokenBudget) {
    this.model = chat.model;
    this.#chat = chat;
    this.#gate = gate;
    this.#budget = budget;
  }

  async *stream(request: ChatRequest, { signal, onUsage }: ChatOptions): AsyncGenerator<string> {
    const settle = this.#budget.reserve(tokensOf(request) + request.maxTokens);
    const spent = { promptTokens: 0, completionTokens: 0 };
    try {
      yield* this.#ask(request, signal, spent);
    } finally {
      settle(spent.promptTokens + spent.completionTokens);
      onUsage?.(spent);
    }
  }

  /** The first delta may come of a second try; what broke off after it stays broken off. */
  async *#ask(request: ChatRequest, signal: AbortSignal, spent: Spent): AsyncGenerator<string> {
    const over = new AbortController();
    const turn = await this.#gate.enter(AbortSignal.any([signal, over.signal]));
    try {
      const { first, deltas } = await turn.trying(async (limited) => {
        const opened = await this.#chat.open(request, limited);
        spent.promptTokens += tokensOf(request);
        const rest = opened.read((usage) => Object.assign(spent, usage));
        return { first: await rest.next(), deltas: rest };
      });
      for (let next = first; next.done !== true; next = await deltas.next()) {
        spent.completionTokens += estimateTokens(next.value);
        yield next.value;
      }
      turn.succeeded();
    } catch (error) {
      throw turn.failed(error);
    } finally {
      turn.leave();
      over.abort();
    }
  }
}

/** Estimated while an answer comes, replaced by what the endpoint reports at its end. */
type Spent = { -readonly [Part in keyof ChatUsage]: ChatUsage[Part] };

const tokensOf = ({ messages, schema }: ChatRequest): number =>
  messages.reduce((sum, { content }) => sum + estimateTokens(content), 0) +
  estimateTokens(JSON.stringify(schema.jsonSchema));
