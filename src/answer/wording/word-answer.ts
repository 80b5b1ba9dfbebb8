import type { ChatEndpoint, ChatMessage, ChatUsage } from '../../endpoint/chat-endpoint.ts';
import { EndpointError } from '../../endpoint/endpoint-error.ts';
import { loadPrompt, type Prompt } from '../../endpoint/prompt.ts';
import { timeLimit } from '../../endpoint/time-limit.ts';
import type { Answer, AnswerSoFar } from '../../model.ts';
import { Attempt, whyOf } from './attempt.ts';
import { ClaimScanner } from './claim-scanner.ts';
import type { FailedClaim } from './mended-claims.ts';
import { WORDING_FORM } from './proposed-claim.ts';
import type { Matter } from './read-matter.ts';

export interface WordingOptions {
  /** Longest the question waits, all calls together. */
  readonly answerMs: number;
  readonly tokensPerAnswer: number;
}

export interface WordingRequest {
  /** The turn as asked. */
  readonly question: string;
  /** What is answered without a model, and stands should the model fail. */
  readonly offline: Answer;
  /** Says instead that it was not found, with what is nearest. */
  readonly unanswered: () => Promise<Answer>;
  /** Asked for once the clock runs, as it may ask the model itself. */
  readonly matter: (signal: AbortSignal) => Promise<Matter>;
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
   * The answer in the model's words; where nothing of them is proven, the one that was there with a note why. Throws
   * only the reason of the signal.
   */
  async word(request: WordingRequest): Promise<Answer> {
    const { offline, signal } = request;
    const attempt = new Attempt(request);
    const noted = (answer: Answer, note: string): Answer => ({
      ...answer,
      wording: attempt.report(),
      notes: [...answer.notes, note],
    });
    const instead = (why: string): Answer => noted(offline, `本次没有用模型措辞：${why}。`);
    try {
      // An endpoint that lets a whole question wait in vain is slow for all of them: a time-out counts against it.
      const deadline = timeLimit(this.#options.answerMs);
      await this.#work(attempt, AbortSignal.any([signal, deadline]));
      const said = attempt.whole();
      if (said) return { ...said.answer, ...(said.isWorded && { model: this.#chat.model }) };
      if (!attempt.isNotInEvidence) return instead(attempt.whyNothing());
      if (offline.outcome !== 'answered') return noted(offline, NOT_READ);
      return isSure(offline)
        ? noted(offline, NOT_READ_BUT_FOUND)
        : noted(await request.unanswered(), NOT_READ);
    } catch (error) {
      if (error instanceof EndpointError) return instead(error.message.replace(/。$/u, ''));
      throw error;
    }
  }

  async #work(attempt: Attempt, signal: AbortSignal): Promise<void> {
    await attempt.gather(signal);
    const messages = await this.#prompts.word.fill({ data: attempt.data() });
    attempt.isNotInEvidence = await this.#ask(attempt, messages, signal);
    const failed = attempt.takeFailed();
    if (failed.length > 0) await this.#repair(attempt, failed, signal);
  }

  /** Returns whether the model says that the evidence does not hold the answer. */
  async #ask(attempt: Attempt, messages: ChatMessage[], signal: AbortSignal): Promise<boolean> {
    const scanner = new ClaimScanner();
    const request = { messages, schema: WORDING_FORM, maxTokens: this.#options.tokensPerAnswer };
    const onUsage = (usage: ChatUsage): void => attempt.spend(usage);
    for await (const delta of this.#chat.stream(request, { signal, onUsage })) {
      for (const claim of scanner.push(delta)) attempt.take(claim);
      if (scanner.isFull) break;
    }
    return scanner.isNotInEvidence;
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

const NOT_READ = '模型读了查到的原文，也没有找到答案。';
const NOT_READ_BUT_FOUND =
  '模型认为查到的原文没有直接回答这个问题；以上是按原文检索的结果，请核对是否为所问。';

/** From this chance on the documents' own words are believed against a model that does not see them. */
const SURE = 0.9;

const isSure = ({ confidence = 0 }: Answer): boolean => confidence >= SURE;

const toProblem = ({ claim, fault }: FailedClaim) => ({ ...claim, problem: whyOf(fault) });

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
