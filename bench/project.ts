import { fileURLToPath } from 'node:url';

export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));

/** Inside the project. */
export const RESULTS_FILE = 'bench/results.md';
