import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the index of the real seeds is built, by the first test file that wants it. */
    realIndexDir: string;
  }
}

/** Gives the run a folder of its own; gone when the run is over. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'youju-real-index-'));
  project.provide('realIndexDir', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
