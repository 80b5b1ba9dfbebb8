/** Builds an index and kills its own process at a given step: `dying-build.ts SEEDS INDEX PHASE DONE`. */
import { buildIndex } from '../../src/indexing/build-index.ts';

const [seedsDir = '', indexDir = '', dyingPhase, dyingDone] = process.argv.slice(2);

await buildIndex({
  seedsDir,
  indexDir,
  onProgress(done, _total, phase) {
    if (phase === dyingPhase && done === Number(dyingDone)) process.kill(process.pid, 'SIGKILL');
  },
});
