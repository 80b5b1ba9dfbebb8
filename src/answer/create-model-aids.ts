import type { Config } from '../config.ts';
import { type ChatParts, createChat, type Surroundings } from '../endpoint/create-endpoints.ts';
import { answering } from '../endpoint/gate-settings.ts';
import type { TokenBudget } from '../endpoint/token-budget.ts';
import { createReranker } from '../retrieve/rerank.ts';
import { createQuestionRewriter } from '../retrieve/rewrite-question.ts';
import type { ModelAids } from './model-aids.ts';
import { createAnswerWorder } from './wording/word-answer.ts';

export interface CreatedAids extends Pick<ChatParts, 'gate' | 'chat'> {
  readonly aids: ModelAids;
}

/** Asks nobody yet. */
export async function createModelAids(
  openai: Config['openai'],
  model: string,
  budget: TokenBudget,
  surroundings: Surroundings,
): Promise<CreatedAids> {
  const answerMs = openai.answerSeconds * 1000;
  const { chat, gate, endpoint } = createChat(
    { address: openai, model, concurrency: openai.concurrency },
    budget,
    answering(answerMs),
    surroundings,
  );
  const aids = {
    worder: await createAnswerWorder(endpoint, {
      answerMs,
      tokensPerAnswer: openai.tokensPerAnswer,
    }),
    rewriter: await createQuestionRewriter(endpoint),
    evidenceChars: openai.evidenceChars,
    ...(openai.rerank ? { reranker: await createReranker(endpoint) } : {}),
  };
  return { aids, chat, gate };
}
