import type { Answer, Citation, Claim, Hit } from '../model.ts';
import type { Draft, DraftClaim, Evidence, Proof } from './draft.ts';
import { faultOf } from './prove/checks.ts';
import { toCitation } from './to-citation.ts';

/** What the documents' own words may take, and what a model's may. */
export const MAX_ANSWER_CHARS = 800;
export const MAX_WORDED_CHARS = 1_200;
const SHOWN_PASSAGES = 20;

/** Numbers citations in order of first use; the same quote of the same passage is one citation. */
class CitationList {
  readonly #citations: Citation[] = [];
  readonly #evidence: Evidence;
  readonly #publicUrl: string;

  constructor(evidence: Evidence, publicUrl: string) {
    this.#evidence = evidence;
    this.#publicUrl = publicUrl;
  }

  get all(): readonly Citation[] {
    return this.#citations;
  }

  number({ passage, quote }: Proof): number {
    const known = this.#citations.find(
      (citation) => citation.passageId === passage.id && citation.quote === quote,
    );
    if (known) return known.n;
    const n = this.#citations.length + 1;
    this.#citations.push(toCitation(n, { passage, quote }, this.#evidence, this.#publicUrl));
    return n;
  }
}

/**
 * Lets through the claims that are proven and puts the answer together; undefined when none is left.
 * Dropped claims are counted in the notes.
 */
export function finish(
  question: string,
  draft: Draft,
  evidence: Evidence,
  publicUrl: string,
  maxChars = MAX_ANSWER_CHARS,
): Omit<Answer, 'timings'> | undefined {
  const proven = fitting(
    draft.claims.filter((claim) => faultOf(claim, evidence.documents) === undefined),
    maxChars,
  );
  if (proven.length === 0) return undefined;
  const citations = new CitationList(evidence, publicUrl);
  const claims: Claim[] = proven.map(({ text, proofs, computed }) => ({
    text,
    citations: [...new Set(proofs.map((proof) => citations.number(proof)))],
    ...(computed ? { computed } : {}),
  }));
  const lines = claims.map(
    ({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''),
  );
  const dropped = draft.claims.length - proven.length;
  return {
    question,
    outcome: 'answered',
    kind: draft.kind,
    answer: withRemark(lines.join('\n'), draft.remark, maxChars),
    claims,
    citations: citations.all,
    passages: shownPassages(proven, evidence),
    notes: [
      ...(draft.notes ?? []),
      ...(dropped > 0 ? [`有 ${dropped} 句未能逐字核对或超出篇幅，没有列出。`] : []),
    ],
  };
}

/** A remark is said where there is room for it. */
const withRemark = (answer: string, remark = '', maxChars = MAX_ANSWER_CHARS): string =>
  remark !== '' && answer.length + 1 + remark.length <= maxChars ? `${answer}\n${remark}` : answer;

/** Claims from the first on while they fit the longest answer. */
function fitting(claims: readonly DraftClaim[], maxChars: number): DraftClaim[] {
  let left = maxChars;
  return claims.filter(({ text, proofs }) => {
    const needed = text.length + 1 + 4 * proofs.length;
    if (needed > left) return false;
    left -= needed;
    return true;
  });
}

/** What the answer stands on comes first, then the other hits. */
function shownPassages(claims: readonly DraftClaim[], { hits }: Evidence): Hit[] {
  const best = hits[0]?.score ?? 1;
  const cited = [...new Set(claims.flatMap(({ proofs }) => proofs.map(({ passage }) => passage)))];
  const ids = new Set(cited.map(({ id }) => id));
  return [
    ...cited.map((passage) => ({ passage, score: best })),
    ...hits
      .filter(({ passage }) => !ids.has(passage.id))
      .map(({ passage, score }) => ({ passage, score })),
  ].slice(0, SHOWN_PASSAGES);
}
