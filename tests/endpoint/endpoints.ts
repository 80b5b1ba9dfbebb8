import type { ChatEndpoint, ChatRequest, ChatUsage } from '../../src/endpoint/chat-endpoint.ts';
import {
  type ChatParts,
  createChat,
  createEmbeddings,
  type EmbeddingsParts,
} from '../../src/endpoint/create-endpoints.ts';
import type { GateSettings } from '../../src/endpoint/gate-settings.ts';
import { TokenBudget, type TokenLedger } from '../../src/endpoint/token-budget.ts';
import { Secret } from '../../src/secret.ts';
import type { FakeOpenAi } from '../fakes/openai/fake-openai.ts';

export const KEY = 'sk-must-never-be-seen';
export const QUESTION = '淄川区2025年养老床位有多少张？';
export const ANSWER = '{"claims":[{"text":"养老床位达到3000张。","citations":[1]}]}';

/** A single second try, at once, and time enough for the slowest machine. */
const SETTINGS: GateSettings = {
  retry: { retries: 1, baseMs: 1, maxMs: 2 },
  timeoutMs: 30_000,
  tryMs: 30_000,
  circuit: { failures: 3, openMs: 60_000, maxOpenMs: 600_000 },
};

type Reached = Pick<FakeOpenAi, 'baseUrl' | 'apiKey' | 'chatModel' | 'embeddingModel'>;

export interface EndpointExtras {
  readonly settings?: Partial<GateSettings>;
  readonly concurrency?: number;
  readonly ledger?: TokenLedger;
  readonly tokensPerDay?: number;
  readonly nowMs?: () => number;
}

const addressOf = ({ baseUrl, apiKey }: Reached) => ({
  baseUrl,
  apiKey: apiKey === null ? null : new Secret(apiKey),
});

export function ledgerInMemory(): TokenLedger {
  const totals = new Map<string, number>();
  const total = (day: string): number => totals.get(day) ?? 0;
  return {
    total,
    add(day, tokens) {
      totals.set(day, total(day) + tokens);
      return total(day);
    },
  };
}

const surroundingsOf = ({ nowMs = () => performance.now() }: EndpointExtras) => ({
  nowMs,
  random: () => 0.5,
});

export const chatOf = (reached: Reached, extras: EndpointExtras = {}): ChatParts =>
  createChat(
    { address: addressOf(reached), model: reached.chatModel, concurrency: extras.concurrency ?? 4 },
    new TokenBudget(
      extras.tokensPerDay ?? 1_000_000,
      extras.ledger ?? ledgerInMemory(),
      () => new Date(2026, 0, 31),
    ),
    { ...SETTINGS, ...extras.settings },
    surroundingsOf(extras),
  );

export const embeddingsOf = (reached: Reached, extras: EndpointExtras = {}): EmbeddingsParts =>
  createEmbeddings(
    {
      address: addressOf(reached),
      model: reached.embeddingModel,
      concurrency: extras.concurrency ?? 4,
    },
    { ...SETTINGS, ...extras.settings },
    surroundingsOf(extras),
  );

export const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', content: '用 JSON 回答。' },
    { role: 'user', content: QUESTION },
  ],
  schema: {
    name: 'answer',
    jsonSchema: {
      type: 'object',
      properties: { claims: { type: 'array', items: { type: 'string' } } },
      required: ['claims'],
      additionalProperties: false,
    },
  },
  maxTokens: 200,
};

/** A signal nobody uses. */
export const soon = (): AbortSignal => new AbortController().signal;

export async function deltasOf(
  endpoint: ChatEndpoint,
  signal: AbortSignal = soon(),
  onUsage?: (usage: ChatUsage) => void,
): Promise<string[]> {
  const deltas: string[] = [];
  for await (const delta of endpoint.stream(REQUEST, { signal, ...(onUsage && { onUsage }) }))
    deltas.push(delta);
  return deltas;
}

export const ask = async (endpoint: ChatEndpoint, signal?: AbortSignal): Promise<string> =>
  (await deltasOf(endpoint, signal)).join('');
