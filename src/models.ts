import type { ModelAids } from './answer/model-aids.ts';
import type { Config } from './config.ts';
import type { RemoteEmbedding } from './embed/remote-embedding.ts';
import type { GateHealth } from './endpoint/gate.ts';
import { EMBEDDING_QUESTIONS, type GateSettings } from './endpoint/gate-settings.ts';
import { TokenBudget } from './endpoint/token-budget.ts';
import type { ChooseEmbedding } from './indexing/sources.ts';
import { KeptTokenLedger } from './state/token-ledger.ts';

export interface EndpointHealth extends GateHealth {
  readonly model: string;
}

/** What is known of the endpoints without asking them; null where none is configured. */
export interface ModelsHealth {
  readonly endpoint: (EndpointHealth & { readonly tokensPerDay: number }) | null;
  readonly embeddings: EndpointHealth | null;
}

/** The models the configuration names, if any. */
export interface Models {
  readonly aids: ModelAids | undefined;
  /** The words that ship where undefined. */
  readonly embedding: ChooseEmbedding | undefined;
  health(): ModelsHealth;
  close(): void;
}

const SURROUNDINGS = { nowMs: () => performance.now(), random: Math.random };

/** Asks nobody yet. What only a model needs is read in where there is one. */
export async function openModels({ openai, stateDir }: Config): Promise<Models> {
  const ledger = new KeptTokenLedger(stateDir);
  const budget = new TokenBudget(openai.tokensPerDay, ledger, () => new Date());
  const { chatModel } = openai;
  const chat =
    chatModel === null
      ? undefined
      : await (await import('./answer/create-model-aids.ts')).createModelAids(
          openai,
          chatModel,
          budget,
          SURROUNDINGS,
        );
  const remote = await openEmbedding(openai, EMBEDDING_QUESTIONS);
  return {
    aids: chat?.aids,
    embedding: remote && (() => remote.method),
    health: () => ({
      endpoint: chat
        ? { model: chat.chat.model, ...chat.gate.health(), tokensPerDay: budget.limit }
        : null,
      embeddings: remote ? { model: remote.endpoint.model, ...remote.gate.health() } : null,
    }),
    close: () => ledger.close(),
  };
}

/** Undefined where the configuration names no embedding model. Asks nobody yet. */
export async function openEmbedding(
  openai: Config['openai'],
  settings: GateSettings,
): Promise<RemoteEmbedding | undefined> {
  const { embeddingModel } = openai;
  if (embeddingModel === null) return undefined;
  const { createRemoteEmbedding } = await import('./embed/remote-embedding.ts');
  return createRemoteEmbedding(openai, embeddingModel, settings, SURROUNDINGS);
}
