import type { Config } from '../config.ts';
import {
  createEmbeddings,
  type EmbeddingsParts,
  type Surroundings,
} from '../endpoint/create-endpoints.ts';
import type { GateSettings } from '../endpoint/gate-settings.ts';
import type { EmbeddingMethod } from './embedding-method.ts';
import { createOpenAiMethod } from './openai-method.ts';

export interface RemoteEmbedding extends EmbeddingsParts {
  readonly method: EmbeddingMethod;
}

/** Embedding by the model the configuration names. Asks nobody yet. */
export function createRemoteEmbedding(
  openai: Config['openai'],
  model: string,
  settings: GateSettings,
  surroundings: Surroundings,
): RemoteEmbedding {
  const { concurrency } = openai;
  const parts = createEmbeddings({ address: openai, model, concurrency }, settings, surroundings);
  return { ...parts, method: createOpenAiMethod(parts.endpoint) };
}
