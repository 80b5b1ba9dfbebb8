import type { ChatEndpoint, ChatMessage, ChatUsage } from '../../endpoint/chat-endpoint.ts';
import { EndpointError } from '../../endpoint/endpoint-error.ts';
import { loadPrompt, type Prompt } from '../../endpoint/prompt.ts';
import { timeLimit } from '../../endpoint/time-limit.ts';
import type { Answer, AnswerSoFar } from '../../model.ts';
import type { Evidence } from '../draft.ts';
import { Attempt } from './attempt.ts';
import { ClaimScanner } from './claim-scanner.ts';
import type { FailedClaim } from './mended-claims.ts';
import { leavesOut } from './offline-part.ts';
import { WORDING_FORM } from './proposed-claim.ts';
import { FAULT_WORDS } from './prove-claim.ts';

export interface WordingOptions {
  /** Longest the question waits, all calls together. */
  readonly answerMs: number;
  readonly tokensPerAnswer: number;
}

export interface WordingRequest {
  readonly question: string;
  /** What is answered without a model, and stands should the model fail. */
  readonly offline: Answer;
  /** Asked for once the clock runs, as it may ask the model itself. */
  readonly evidence: (signal: AbortSignal) => Promise<Evidence>;
  readonly publicUrl: string;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly onClaim: (soFar: AnswerSoFar) => void;
}

interface WordingPrompts {
  readonly word: Prompt<'data'>;
  readonly repair: Prompt<'data'>;
}

/** Words answers by a model. Nothing of what it says is shown unless it is proven claim by claim. */
export class AnswerWorder {
  readonly #chat: ChatEndpoint;
  readonly #prompts: WordingPrompts;
  readonly #options: WordingOptions;

  constructor(chat: ChatEndpoint, prompts: WordingPrompts, options: WordingOptions) {
    this.#chat = chat;
    this.#prompts = prompts;
    this.#options = options;
  }

  /**
   * The answer in the model's words, or the one that was there with a note why. Throws only the reason of the
   * signal.
   */
  async word(request: WordingRequest): Promise<Answer> {
    const { offline, signal } = request;
    const attempt = new Attempt(request);
    const instead = (why: string): Answer => ({
      ...offline,
      wording: attempt.report(),
      notes: [...offline.notes, `本次没有用模型措辞：${why}。`],
    });
    try {
      // An endpoint that lets a whole question wait in vain is slow for all of them: a time-out counts against it.
      const deadline = timeLimit(this.#options.answerMs);
      await this.#work(attempt, AbortSignal.any([signal, deadline]));
      const worded = attempt.answer();
      if (!worded) return instead(attempt.whyNothing());
      if (leavesOut(offline, worded)) return instead('模型的说法不全');
      return { ...worded, model: this.#chat.model };
    } catch (error) {
      if (error instanceof EndpointError) return instead(error.message.replace(/。$/u, ''));
      throw error;
    }
  }

  async #work(attempt: Attempt, signal: AbortSignal): Promise<void> {
    await attempt.gather(signal);
    await this.#ask(attempt, await this.#prompts.word.fill({ data: attempt.data() }), signal);
    const failed = attempt.takeFailed();
    if (failed.length > 0) await this.#repair(attempt, failed, signal);
  }

  async #ask(attempt: Attempt, messages: ChatMessage[], signal: AbortSignal): Promise<void> {
    const scanner = new ClaimScanner();
    const request = { messages, schema: WORDING_FORM, maxTokens: this.#options.tokensPerAnswer };
    const onUsage = (usage: ChatUsage): void => attempt.spend(usage);
    for await (const delta of this.#chat.stream(request, { signal, onUsage }))
      for (const claim of scanner.push(delta)) attempt.take(claim);
  }

  /** Once. What is proven already stands, whatever becomes of this. */
  async #repair(
    attempt: Attempt,
    failed: readonly FailedClaim[],
    signal: AbortSignal,
  ): Promise<void> {
    const provenBefore = attempt.proven;
    const data = attempt.data({ failed: failed.map(toProblem) });
    try {
      await this.#ask(attempt, await this.#prompts.repair.fill({ data }), signal);
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
    }
    attempt.settle(failed, provenBefore);
  }
}

const toProblem = ({ claim, fault: { kind, what } }: FailedClaim) => ({
  ...claim,
  problem: `${FAULT_WORDS[kind]}：${what}`,
});

export const createAnswerWorder = async (
  chat: ChatEndpoint,
  options: WordingOptions,
): Promise<AnswerWorder> =>
  new AnswerWorder(
    chat,
    {
      word: await loadPrompt('word-answer', ['data']),
      repair: await loadPrompt('repair-claims', ['data']),
    },
    options,
  );
