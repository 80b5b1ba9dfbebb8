import { isOfNoDocument } from '../../src/answer/absence.ts';
import { type AnswerContext, evidenceFor } from '../../src/answer/answer-question.ts';
import type { Candidate, Evidence } from '../../src/answer/draft.ts';
import { finish } from '../../src/answer/finish.ts';
import { featuresOf } from '../../src/answer/judge/judge-features.ts';
import { nearestTo } from '../../src/answer/nearest.ts';
import { propose } from '../../src/answer/propose.ts';
import { withVerdict } from '../../src/answer/verdict.ts';
import type { Golden } from '../../src/evaluate/golden.ts';
import { has, holdsEvidence } from '../../src/evaluate/matching.ts';
import { askedQuestion } from './asked-question.ts';

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

/** Asks a question of an index and measures what is proposed; undefined for several questions at once. */
export async function exampleOf(
  golden: Golden,
  context: AnswerContext,
  documentIdOf: (name: string) => string,
): Promise<JudgeExample | undefined> {
  const asked = await askedQuestion(golden, context);
  if (!asked) return undefined;
  const { question, before, documentId } = asked;
  const within = documentId === undefined ? {} : { documentIds: [documentId] };
  const evidence = await evidenceFor(question, context, { before, ...within });
  const candidates = isOfNoDocument(evidence) ? [] : await propose(evidence);
  const rows = featuresOf(candidates, evidence);
  const near = nearestTo(evidence, undefined, context.publicUrl)
    .map(({ quote }) => quote)
    .join('\n');
  const [named] = golden.docs.map(documentIdOf);
  return {
    golden,
    document: named ?? evidence.query.scope.documentIds[0] ?? golden.id,
    candidates: candidates.flatMap((candidate, at) =>
      measured(candidate, rows[at] ?? new Float64Array(), golden, evidence),
    ),
    isNear:
      golden.type !== 'unanswerable' &&
      (golden.must_contain.length > 0
        ? golden.must_contain.every((words) => has(near, words))
        : golden.evidence.some((words) => holdsEvidence(near, words))),
  };
}

/** Only what says the right thing is worth the proving. */
function measured(
  candidate: Candidate,
  row: Float64Array,
  golden: Golden,
  evidence: Evidence,
): MeasuredCandidate[] {
  const { way } = candidate;
  const draft = withVerdict(evidence.query, candidate);
  const said = draft.claims.map(({ text }) => text).join('\n');
  const quotes = draft.claims.flatMap(({ proofs }) => proofs.map(({ quote }) => quote)).join('\n');
  if (!isAnsweredBy(golden, said, quotes)) return [{ row, isRight: false, way, said }];
  const answer = finish(golden.question ?? '', draft, evidence, '');
  if (!answer) return [];
  const cited = answer.citations.map(({ quote }) => quote).join('\n');
  const isRight = isAnsweredBy(golden, answer.answer, cited);
  return [{ row, isRight, way, said: answer.answer }];
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
