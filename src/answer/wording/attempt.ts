import type { ChatUsage } from '../../endpoint/chat-endpoint.ts';
import type { Answer, Passage, Wording } from '../../model.ts';
import type { DraftClaim, Evidence } from '../draft.ts';
import { finish } from '../finish.ts';
import { dataFor, passagesFor } from './evidence-data.ts';
import { type FailedClaim, mendedBy } from './mended-claims.ts';
import { ownClaims, rowNotes } from './offline-part.ts';
import type { ProposedClaim } from './proposed-claim.ts';
import { FAULT_WORDS, proveClaim, type WordingFault } from './prove-claim.ts';
import type { WordingRequest } from './word-answer.ts';

/** What a model has said for one answer so far, and what of it is proven. */
export class Attempt {
  readonly #request: WordingRequest;
  readonly #startedMs: number;
  readonly #proven: DraftClaim[] = [];
  readonly #dropped = new Map<WordingFault['kind'], number>();
  #failed: FailedClaim[] = [];
  #evidence: Evidence | undefined;
  #passages: readonly Passage[] = [];
  #own: readonly DraftClaim[] = [];
  #spent: ChatUsage = { promptTokens: 0, completionTokens: 0 };
  #proposed = 0;
  #repaired = 0;
  #firstClaimMs: number | null = null;

  constructor(request: WordingRequest) {
    this.#request = request;
    this.#startedMs = request.nowMs();
  }

  async gather(signal: AbortSignal): Promise<void> {
    const { offline, evidence } = this.#request;
    this.#evidence = await evidence(signal);
    this.#passages = passagesFor(offline, this.#evidence);
    this.#own = ownClaims(offline, this.#evidence.index);
  }

  /** Question and evidence for the model. */
  data(more: Readonly<Record<string, unknown>> = {}): string {
    const documents = this.#evidence?.documents ?? new Map();
    return dataFor(this.#request.question, this.#passages, documents, more);
  }

  /** Proves a claim and shows what is proven so far; keeps one that cannot be for mending. */
  take(claim: ProposedClaim): void {
    if (!this.#evidence) throw new Error('a claim came before its evidence');
    this.#proposed += 1;
    const { documents, index, query } = this.#evidence;
    const vocabulary = {
      documents,
      segmenter: index.segmenter,
      words: index.words,
      concepts: query.concepts,
    };
    const proof = proveClaim(claim, { passages: this.#passages, vocabulary });
    if ('fault' in proof) {
      this.#failed.push({ claim, fault: proof.fault });
      return;
    }
    if (this.#proven.some(({ text }) => text === proof.claim.text)) return;
    this.#proven.push(proof.claim);
    const soFar = this.answer();
    if (!soFar) return;
    this.#firstClaimMs ??= this.#elapsedMs();
    this.#request.onClaim(soFar);
  }

  get failed(): readonly FailedClaim[] {
    return this.#failed;
  }

  /** To be mended: from now on they count only as dropped. */
  takeFailed(): readonly FailedClaim[] {
    const taken = this.#failed;
    this.#failed = [];
    return taken;
  }

  get proven(): number {
    return this.#proven.length;
  }

  /** After the mending: which of the claims that had failed are mended, by those proven since. */
  settle(failed: readonly FailedClaim[], provenBefore: number): void {
    const mended = mendedBy(this.#proven.slice(provenBefore), failed);
    this.#repaired += mended.size;
    for (const { fault } of failed.filter((one) => !mended.has(one)))
      this.#dropped.set(fault.kind, (this.#dropped.get(fault.kind) ?? 0) + 1);
    this.#failed = [];
  }

  spend({ promptTokens, completionTokens }: ChatUsage): void {
    this.#spent = {
      promptTokens: this.#spent.promptTokens + promptTokens,
      completionTokens: this.#spent.completionTokens + completionTokens,
    };
  }

  /** What is proven, as an answer; undefined where nothing is. */
  answer(): Answer | undefined {
    const { question, offline, publicUrl } = this.#request;
    if (!this.#evidence || this.#proven.length === 0) return undefined;
    const { index } = this.#evidence;
    const claims = [...this.#own, ...this.#proven];
    const notes = [...rowNotes(claims, index), ...this.#notes()];
    const draft = { kind: offline.kind, claims, notes };
    const answer = finish(question, draft, this.#evidence, publicUrl);
    return answer && { ...answer, wording: this.report(), timings: offline.timings };
  }

  report(): Wording {
    return {
      proposed: this.#proposed,
      proven: this.#proven.length,
      repaired: this.#repaired,
      dropped: Object.fromEntries(this.#dropped),
      ...this.#spent,
      firstClaimMs: this.#firstClaimMs,
      totalMs: this.#elapsedMs(),
    };
  }

  /** Why there is nothing to show. */
  whyNothing(): string {
    return this.#proposed === 0 ? '模型没有在资料里找到答案' : '模型写的句子没有一句通过核对';
  }

  #notes(): string[] {
    const counts = [...this.#dropped].map(([kind, count]) => `${FAULT_WORDS[kind]} ${count} 句`);
    const all = [...this.#dropped.values()].reduce((sum, count) => sum + count, 0);
    return all > 0
      ? [`模型写的句子里有 ${all} 句没有通过核对，没有列出（${counts.join('；')}）。`]
      : [];
  }

  #elapsedMs(): number {
    return this.#request.nowMs() - this.#startedMs;
  }
}
