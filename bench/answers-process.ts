/**
 * A process that opens the index once and answers many questions, twice over.
 * Arguments: a JSON file of conversations, and the milliseconds after which the first round asks no more.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { type App, createApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { type AnswersResult, peakBytes } from './process-results.ts';
import type { Turns } from './questions.ts';

async function askAll(app: App, questions: readonly Turns[], budgetMs: number): Promise<number[]> {
  const startedMs = performance.now();
  const took: number[] = [];
  for (const turns of questions) {
    const askedMs = performance.now();
    if (askedMs - startedMs > budgetMs) break;
    await app.ask(turns.at(-1) ?? '', { turns: turns.slice(0, -1) });
    took.push(performance.now() - askedMs);
  }
  return took;
}

const [file = '', budget = ''] = process.argv.slice(2);
const questions = z.array(z.array(z.string())).parse(JSON.parse(readFileSync(file, 'utf8')));
const openedMs = performance.now();
const app = await createApp(loadConfig(process.env));
const openMs = performance.now() - openedMs;
const firstMs = await askAll(app, questions, Number(budget));
const againMs = await askAll(app, questions.slice(0, firstMs.length), Number.POSITIVE_INFINITY);
await app.close();
process.stdout.write(
  JSON.stringify({ openMs, firstMs, againMs, peakBytes: peakBytes() } satisfies AnswersResult),
);
