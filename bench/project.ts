import { fileURLToPath } from 'node:url';

export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));

/** Inside the project. */
export const RESULTS_FILE = 'bench/results.md';
export const SLACK_RESULTS_FILE = 'bench/slack-results.md';
export const MODEL_RESULTS_FILE = 'bench/model.md';
export const RESULTS_FILES = [RESULTS_FILE, SLACK_RESULTS_FILE, MODEL_RESULTS_FILE];
