import type { ModelAids } from '../../../src/answer/model-aids.ts';
import { createAnswerWorder } from '../../../src/answer/wording/word-answer.ts';
import type { ChatEndpoint, ChatRequest } from '../../../src/endpoint/chat-endpoint.ts';

export interface FakeChat extends ChatEndpoint {
  /** What it was asked, in order. */
  readonly asked: readonly ChatRequest[];
}

/** What the request's data object says: question, evidence, and what failed before. */
export interface WordingData {
  readonly question: string;
  readonly evidence: readonly { readonly n: number; readonly text: string }[];
  readonly failed?: readonly { readonly text: string; readonly problem: string }[];
}

export const dataOf = (request: Pick<ChatRequest, 'messages'>): WordingData =>
  JSON.parse(request.messages.at(-1)?.content ?? '{}');

/** Says what `reply` makes of a request, some letters at a time. */
export function createFakeChat(
  reply: (data: WordingData, request: ChatRequest) => string | Promise<string>,
  lettersAtOnce = 7,
): FakeChat {
  const asked: ChatRequest[] = [];
  return {
    model: 'fake-model',
    asked,
    async *stream(request, { signal, onUsage }) {
      asked.push(request);
      const letters = Array.from(await reply(dataOf(request), request));
      for (let at = 0; at < letters.length; at += lettersAtOnce) {
        signal.throwIfAborted();
        yield letters.slice(at, at + lettersAtOnce).join('');
      }
      onUsage?.({ promptTokens: 100, completionTokens: letters.length });
    },
  };
}

/** What such a model does for answers: it words them, and thinks of no other wordings to search for. */
export const modelOf = async (
  chat: ChatEndpoint,
  { answerMs = 60_000, tokensPerAnswer = 2_000 } = {},
): Promise<ModelAids> => ({
  worder: await createAnswerWorder(chat, { answerMs, tokensPerAnswer }),
  rewriter: { searchesFor: async () => [] },
  evidenceChars: 8_000,
});

export interface Said {
  readonly text: string;
  readonly citations: readonly { readonly n: number; readonly quote: string }[];
}

export const wording = (claims: readonly Said[], notInEvidence = false): string =>
  JSON.stringify({ claims, notInEvidence });
