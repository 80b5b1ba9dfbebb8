import type { ChatEndpoint } from '../endpoint/chat-endpoint.ts';
import type { Reranker } from '../retrieve/rerank.ts';
import type { QuestionRewriter } from '../retrieve/rewrite-question.ts';

/** What a model does for an answer, where one is set. None of it decides what is true. */
export interface ModelAids {
  readonly chat: ChatEndpoint;
  readonly rewriter: QuestionRewriter;
  /** Left out unless asked for in the configuration. */
  readonly reranker?: Reranker;
  /** Longest a question waits for the model, all its calls together. */
  readonly answerMs: number;
  /** Longest answer of one call. */
  readonly tokensPerAnswer: number;
}
