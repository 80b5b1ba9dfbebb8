import type { Reranker } from '../retrieve/rerank.ts';
import type { QuestionRewriter } from '../retrieve/rewrite-question.ts';
import type { AnswerWorder } from './wording/word-answer.ts';

/** What a model does for an answer, where one is set. None of it decides what is true. */
export interface ModelAids {
  readonly worder: AnswerWorder;
  readonly rewriter: Pick<QuestionRewriter, 'searchesFor'>;
  /** Left out unless asked for in the configuration. */
  readonly reranker?: Reranker;
  /** What a model is given to read of the documents, in characters. */
  readonly evidenceChars: number;
}
