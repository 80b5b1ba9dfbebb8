import type { ChatUsage } from '../../endpoint/chat-endpoint.ts';
import type { Answer, RefusedClaim, Wording } from '../../model.ts';
import type { DraftClaim } from '../draft.ts';
import { finish, MAX_WORDED_CHARS } from '../finish.ts';
import { byPassage, flatPassages, itemData } from './evidence-items.ts';
import { type FailedClaim, mendedBy } from './mended-claims.ts';
import { ownWords } from './own-words.ts';
import type { ProposedClaim } from './proposed-claim.ts';
import { FAULT_WORDS, proveClaim, type WordingFault } from './prove-claim.ts';
import { isOfPlaces, type Matter } from './read-matter.ts';
import { rowNotes } from './row-notes.ts';
import type { WordingRequest } from './word-answer.ts';

/** What a model has said for one answer so far, and what of it is proven. */
export class Attempt {
  readonly #request: WordingRequest;
  readonly #startedMs: number;
  readonly #proven: DraftClaim[] = [];
  readonly #dropped: FailedClaim[] = [];
  #failed: FailedClaim[] = [];
  #matter: Matter | undefined;
  #spent: ChatUsage = { promptTokens: 0, completionTokens: 0 };
  #proposed = 0;
  #repaired = 0;
  #firstClaimMs: number | null = null;
  /** Whether the model said that the evidence does not hold the answer. */
  isNotInEvidence: boolean = false;

  constructor(request: WordingRequest) {
    this.#request = request;
    this.#startedMs = request.nowMs();
  }

  async gather(signal: AbortSignal): Promise<void> {
    this.#matter = await this.#request.matter(signal);
  }

  /**
   * Question and evidence for the model as one JSON object: whatever is in them stays inside its string. Only what is
   * in it leaves the machine.
   */
  data(more: Readonly<Record<string, unknown>> = {}): string {
    const { items, evidence, beside } = this.#gathered();
    return JSON.stringify({
      question: this.#request.question,
      evidence: items.map((item, at) => itemData(item, at, evidence.documents)),
      ...beside,
      ...more,
    });
  }

  /** Proves a claim and shows what is proven so far; keeps one that cannot be for mending. */
  take(claim: ProposedClaim): void {
    const { items, vocabulary } = this.#gathered();
    this.#proposed += 1;
    const proof = proveClaim(
      { ...claim, citations: byPassage(claim.citations, items) },
      { passages: flatPassages(items), vocabulary },
    );
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
    this.#dropped.push(...failed.filter((one) => !mended.has(one)));
    this.#failed = [];
  }

  spend({ promptTokens, completionTokens }: ChatUsage): void {
    this.#spent = {
      promptTokens: this.#spent.promptTokens + promptTokens,
      completionTokens: this.#spent.completionTokens + completionTokens,
    };
  }

  /** What the refused claims quote, where the answer does not say it yet: in the documents' own words. */
  #quoted(): readonly DraftClaim[] {
    const { items, evidence } = this.#gathered();
    const passages = flatPassages(items);
    const cited = new Set(this.#proven.flatMap(quotesOf));
    const claims = this.#dropped.flatMap(({ claim, fault }) =>
      ownWords(byPassage(claim.citations, items), fault, passages, evidence, evidence.documents),
    );
    return claims.filter((claim) => {
      const quotes = quotesOf(claim);
      const isNew = quotes.some((quote) => !cited.has(quote));
      for (const quote of quotes) cited.add(quote);
      return isNew;
    });
  }

  /**
   * What the model says that is proven, and behind it what it could not prove, as the documents say it; where
   * nothing is proven only that, unless they answer without a model.
   */
  whole(): { readonly answer: Answer; readonly isWorded: boolean } | undefined {
    const isWorded = this.#proven.length > 0;
    if (!isWorded && this.#request.offline.outcome === 'answered') return undefined;
    const quoted = this.#quoted();
    const answer = this.answer(quoted);
    return answer && { answer, isWorded };
  }

  /** What is proven, as an answer; undefined where nothing is, or nothing of the places that were asked about. */
  answer(quoted: readonly DraftClaim[] = []): Answer | undefined {
    const { question, offline, publicUrl } = this.#request;
    const matter = this.#matter;
    const claims = [...this.#proven, ...quoted];
    if (!matter || claims.length === 0 || !isOfPlaces(claims, matter)) return undefined;
    const { evidence } = matter;
    const kind = offline.outcome === 'answered' ? offline.kind : 'passage';
    const notes = [
      ...rowNotes(claims, evidence.index),
      ...this.#notes(),
      ...(quoted.length > 0 ? [QUOTED] : []),
    ];
    const answer = finish(question, { kind, claims, notes }, evidence, publicUrl, MAX_WORDED_CHARS);
    return answer && { ...answer, wording: this.report(), timings: offline.timings };
  }

  report(): Wording {
    return {
      proposed: this.#proposed,
      proven: this.#proven.length,
      repaired: this.#repaired,
      dropped: countsOf(this.#dropped.map(({ fault }) => fault.kind)),
      refused: this.#dropped.map(toRefused),
      ...this.#spent,
      firstClaimMs: this.#firstClaimMs,
      totalMs: this.#elapsedMs(),
    };
  }

  /** Why there is nothing to show. */
  whyNothing(): string {
    return this.#proposed === 0 ? '模型没有给出答案' : '模型写的句子没有一句通过核对';
  }

  #gathered(): Matter {
    if (!this.#matter) throw new Error('asked before there is evidence');
    return this.#matter;
  }

  #notes(): string[] {
    const counts = Object.entries(
      countsOf(this.#dropped.map(({ fault }) => FAULT_WORDS[fault.kind])),
    );
    return counts.length > 0
      ? [
          `模型写的句子里有 ${this.#dropped.length} 句没有通过核对，没有列出（${counts
            .map(([why, count]) => `${why} ${count} 句`)
            .join('；')}）。`,
        ]
      : [];
  }

  #elapsedMs(): number {
    return this.#request.nowMs() - this.#startedMs;
  }
}

const QUOTED = '没有通过核对的句子，改列它所依据的原文。';

const quotesOf = ({ proofs }: DraftClaim): string[] =>
  proofs.map(({ passage, quote }) => `${passage.id} ${quote}`);

function countsOf(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const toRefused = ({ claim: { text }, fault }: FailedClaim): RefusedClaim => ({
  text,
  why: whyOf(fault),
});

/** What is wrong with a claim, for the model that is to mend it and for the person. */
export const whyOf = ({ kind, what }: WordingFault): string => `${FAULT_WORDS[kind]}：${what}`;
