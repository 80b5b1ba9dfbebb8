import { QuestionVectors } from '../retrieve/question-vectors.ts';
import { searchBeside } from '../retrieve/search-beside.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Evidence } from './draft.ts';
import type { ModelAids } from './model-aids.ts';

export interface Widening {
  readonly aids: ModelAids;
  readonly known: Understanding;
  /** What earlier turns were about. */
  readonly before: string;
  readonly signal: AbortSignal;
}

/**
 * The evidence a model words: what the question found, beside it what its official wordings find, and the best of
 * both put in order where that is wanted. Where the model fails, the evidence as it was. Throws only the reason of
 * the signal.
 */
export async function widenEvidence(
  question: string,
  evidence: Evidence,
  { aids: { rewriter, reranker }, known, before, signal }: Widening,
): Promise<Evidence> {
  const { index, query, hits } = evidence;
  const wordings = await rewriter.searchesFor(question, before, signal);
  const vectors = new QuestionVectors(index.embedder, signal);
  const widened = await searchBeside(index, query, hits, wordings, known, vectors);
  const ordered = reranker ? await reranker.rerank(question, widened, signal) : widened;
  return { ...evidence, hits: ordered };
}
