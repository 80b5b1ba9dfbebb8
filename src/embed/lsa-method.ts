import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
import type { EmbeddingMethod } from './embedding-method.ts';
import { LsaEmbedder } from './lsa.ts';
import { lsaFromJson, lsaToJson } from './lsa-json.ts';

/** Raise the number when terms, weights or training change what a vector means. */
const NAME = 'lsa-1';

/** Embedders that learn from the indexed texts themselves: no key, no network. */
export const createLsaMethod = (segmenter: Segmenter): EmbeddingMethod => ({
  name: NAME,
  isTrained: true,
  async create(texts) {
    // Only whoever trains waits for the linear algebra to be read in.
    const { sampleEvenly, trainLsa, defaultLsaOptions } = await import('./lsa-training.ts');
    const sample = sampleEvenly(texts, defaultLsaOptions.maxTexts);
    const model = trainLsa(
      NAME,
      sample.map((text) => termsOf(text, segmenter)),
    );
    return { embedder: new LsaEmbedder(model, segmenter), json: lsaToJson(model) };
  },
  restore: (json) => new LsaEmbedder(lsaFromJson(json), segmenter),
});
