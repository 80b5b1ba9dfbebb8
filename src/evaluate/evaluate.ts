import type { Answer } from '../model.ts';
import type { Golden } from './golden.ts';
import { plain } from './matching.ts';
import { type Miss, score } from './score.ts';
import { type Figure, Tally } from './tally.ts';

/** The larger part of the program as the evaluation sees it: a question, perhaps after others, gets an answer. */
export type Ask = (question: string, turns: readonly string[]) => Promise<Answer>;

export interface Evaluation {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly misses: readonly Miss[];
}

export interface EvaluationInput {
  readonly goldens: readonly Golden[];
  readonly ask: Ask;
  /** Seed texts by document id. */
  readonly seeds: ReadonlyMap<string, string>;
  /** Document id of a name that the golden set uses for a seed. */
  readonly documentIdOf: (name: string) => string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Asks every golden question in turn and sums the answers up. Abuse inputs (`expect`) are left to tests. */
export async function evaluate({
  goldens,
  ask,
  seeds,
  documentIdOf,
  onProgress,
}: EvaluationInput): Promise<Evaluation> {
  const tally = new Tally();
  const misses: Miss[] = [];
  const texts = new Map([...seeds].map(([id, text]) => [id, plain(text)]));
  const scored = goldens.filter((golden) => golden.expect === undefined);
  for (const [at, golden] of scored.entries()) {
    const turns = golden.turns ?? [golden.question ?? ''];
    const answer = await ask(turns.at(-1) ?? '', turns.slice(0, -1));
    tally.add('answered at all', 1);
    tally.latency(answer.timings.totalMs);
    misses.push(
      ...score({ golden, answer, seeds: texts, documentIds: golden.docs.map(documentIdOf) }, tally),
    );
    onProgress?.(at + 1, scored.length);
  }
  return { figures: tally.figures(), misses };
}
