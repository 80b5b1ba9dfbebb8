import type { Embedder } from '../embed/embedder.ts';
import { estimateTokens } from '../endpoint/token-budget.ts';
import type { ProgressReporter } from './build-progress.ts';
import type { KeptVectors } from './kept-vectors.ts';

/** What embedding will cost. */
export interface EmbeddingEstimate {
  readonly model: string;
  readonly passages: number;
  readonly tokens: number;
}

/** Texts in a batch: what may have to be paid again where a build is killed. */
const BATCH_SIZE = 64;
const BATCHES_AT_ONCE = 4;

/**
 * Embeds what is not kept yet and keeps it, batch by batch. Where one fails, those under way may still end, and
 * all that was embedded stays kept. Gives how many texts were embedded.
 */
export async function embedRemotely(
  texts: readonly string[],
  embedder: Embedder,
  kept: KeptVectors,
  progress: ProgressReporter,
  onEstimate: (estimate: Omit<EmbeddingEstimate, 'model'>) => void,
): Promise<number> {
  const missing = [...new Set(texts)].filter((text) => kept.get(text) === undefined);
  if (missing.length === 0) return 0;
  const tokens = missing.reduce((sum, text) => sum + estimateTokens(text), 0);
  onEstimate({ passages: missing.length, tokens });
  let [started, done] = [0, 0];
  let failure: { readonly error: unknown } | undefined;
  const work = async (): Promise<void> => {
    while (failure === undefined && started < missing.length) {
      const batch = missing.slice(started, started + BATCH_SIZE);
      started += batch.length;
      try {
        kept.keep(batch, await embedder.embedDocuments(batch, progress.signal));
        done += batch.length;
        await progress.step(done, missing.length, 'embed');
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await progress.step(0, missing.length, 'embed');
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
  if (failure !== undefined) throw failure.error;
  return missing.length;
}
