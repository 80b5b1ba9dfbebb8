import { type AnswerContext, evidenceFor } from '../../src/answer/answer-question.ts';
import type { Candidate, Evidence } from '../../src/answer/draft.ts';
import { finish } from '../../src/answer/finish.ts';
import { consider } from '../../src/answer/judge/considered.ts';
import { featuresOf } from '../../src/answer/judge/judge-features.ts';
import { nearestTo } from '../../src/answer/nearest.ts';
import { propose } from '../../src/answer/propose.ts';
import type { Golden } from '../../src/evaluate/golden.ts';
import { has, holdsEvidence } from '../../src/evaluate/matching.ts';

/** A candidate as measured, and whether it is right. */
export interface MeasuredCandidate {
  readonly row: Float64Array;
  readonly isRight: boolean;
  readonly way: Candidate['way'];
  readonly said: string;
}

/** A question with all that was proposed for it. */
export interface JudgeExample {
  readonly golden: Golden;
  /** What it was learnt on: none is judged by what was learnt from the same document. */
  readonly document: string;
  readonly candidates: readonly MeasuredCandidate[];
  /** Whether the quotations offered instead of an answer hold what was asked. */
  readonly isNear: boolean;
}

const MAX_ANSWER_CHARS = 800;
/** A single fact is not answered by reading out a page. */
const MAX_FACT_CHARS = 220;
const FACTS = new Set(['number', 'fact', 'table', 'when', 'who', 'colloquial']);

/** Asks a question of an index and measures what is proposed; undefined for a follow-up. */
export async function exampleOf(
  golden: Golden,
  context: AnswerContext,
  documentIdOf: (name: string) => string,
): Promise<JudgeExample | undefined> {
  if (golden.question === undefined) return undefined;
  const evidence = await evidenceFor(golden.question, context);
  const candidates = (await propose(evidence)).flatMap((candidate) =>
    measured(candidate, golden, evidence),
  );
  const near = nearestTo(evidence, undefined, context.publicUrl)
    .map(({ quote }) => quote)
    .join('\n');
  const [named] = golden.docs.map(documentIdOf);
  return {
    golden,
    document: named ?? evidence.query.scope.documentIds[0] ?? golden.id,
    candidates,
    isNear:
      golden.type !== 'unanswerable' &&
      (golden.must_contain.length > 0
        ? golden.must_contain.every((words) => has(near, words))
        : golden.evidence.some((words) => holdsEvidence(near, words))),
  };
}

/** Only what says the right thing is worth the proving. */
function measured(candidate: Candidate, golden: Golden, evidence: Evidence): MeasuredCandidate[] {
  const said = candidate.claims.map(({ text }) => text).join('\n');
  const quotes = candidate.claims
    .flatMap(({ proofs }) => proofs.map(({ quote }) => quote))
    .join('\n');
  const row = featuresOf(consider(candidate, evidence));
  if (!isAnsweredBy(golden, said, quotes))
    return [{ row, isRight: false, way: candidate.way, said }];
  const answer = finish(golden.question ?? '', candidate, evidence, '');
  if (!answer) return [];
  const cited = answer.citations.map(({ quote }) => quote).join('\n');
  const isRight = isAnsweredBy(golden, answer.answer, cited);
  return [{ row, isRight, way: candidate.way, said: answer.answer }];
}

function isAnsweredBy(golden: Golden, answer: string, quotes: string): boolean {
  if (golden.type === 'unanswerable') return false;
  if (answer.length > (FACTS.has(golden.type) ? MAX_FACT_CHARS : MAX_ANSWER_CHARS)) return false;
  if (golden.must_contain.length === 0)
    return (
      golden.evidence.length > 0 && golden.evidence.every((words) => holdsEvidence(quotes, words))
    );
  return (
    golden.must_contain.every((words) => has(answer, words)) &&
    golden.must_not_contain.every((words) => !has(answer, words))
  );
}
