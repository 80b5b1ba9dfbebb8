/**
 * Builds an index and kills its own process at a given step: `dying-build.ts SEEDS INDEX PHASE DONE [URL MODEL]`,
 * with what the model at the address makes of passages.
 */

import { loadConfig } from '../../src/config.ts';
import { createRemoteEmbedding } from '../../src/embed/remote-embedding.ts';
import { EMBEDDING_PASSAGES } from '../../src/endpoint/gate-settings.ts';
import { buildIndex } from '../../src/indexing/build-index.ts';

const [seedsDir = '', indexDir = '', dyingPhase, dyingDone, url, model] = process.argv.slice(2);

function remoteMethod(baseUrl: string, embeddingModel: string) {
  const { openai } = loadConfig({
    OPENAI_BASE_URL: baseUrl,
    YOUJU_EMBEDDING_MODEL: embeddingModel,
  });
  const surroundings = { nowMs: () => performance.now(), random: Math.random };
  return createRemoteEmbedding(openai, embeddingModel, EMBEDDING_PASSAGES, surroundings).method;
}

await buildIndex({
  seedsDir,
  indexDir,
  embedding: url && model ? () => remoteMethod(url, model) : undefined,
  onProgress(done, _total, phase) {
    if (phase === dyingPhase && done === Number(dyingDone)) process.kill(process.pid, 'SIGKILL');
  },
});
