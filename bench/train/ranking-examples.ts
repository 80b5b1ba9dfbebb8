import { understandingOf } from '../../src/answer/answer-question.ts';
import type { Golden } from '../../src/evaluate/golden.ts';
import { holdsEvidence, plain } from '../../src/evaluate/matching.ts';
import type { Hit } from '../../src/model.ts';
import { askedOf } from '../../src/retrieve/asked.ts';
import { findPassages } from '../../src/retrieve/find-passages.ts';
import { QuestionVectors } from '../../src/retrieve/question-vectors.ts';
import { measure, PASSAGES_READ } from '../../src/retrieve/rank-sentences.ts';
import { readClosely } from '../../src/retrieve/read-closely.ts';
import type { Sentence } from '../../src/retrieve/sentences.ts';
import { understand } from '../../src/understand/understand.ts';
import type { QuestionSet } from './corpora.ts';

/** A question with the sentences that retrieval reads closely for it. */
export interface RankingExample {
  readonly set: string;
  readonly mayTeach: boolean;
  readonly golden: Golden;
  /** Never judged by what was learnt from questions on the same document. */
  readonly document: string;
  readonly sentences: readonly MeasuredSentence[];
  /** All passages found, best first. */
  readonly passages: readonly Hit[];
}

export interface MeasuredSentence {
  readonly sentence: Sentence;
  readonly row: Float64Array;
  readonly isRight: boolean;
}

export async function rankingExamples(set: QuestionSet): Promise<RankingExample[]> {
  const examples: RankingExample[] = [];
  for (const golden of set.questions) {
    if (golden.question === undefined || golden.evidence.length === 0) continue;
    if (golden.type === 'unanswerable' || golden.expect !== undefined) continue;
    examples.push(await exampleOf(golden, golden.question, set));
  }
  return examples;
}

async function exampleOf(
  golden: Golden,
  question: string,
  { name, mayTeach, context, documentIdOf }: QuestionSet,
): Promise<RankingExample> {
  const { index } = context;
  const query = understand(question, understandingOf(context));
  const asked = askedOf(query, index);
  const passages = await findPassages(index, asked, new QuestionVectors(index.embedder));
  const [document = golden.id] = golden.docs.map(documentIdOf);
  const isOfThese = new Set(golden.docs.map(documentIdOf));
  const sentences = readClosely(asked, passages.slice(0, PASSAGES_READ)).map((candidate) => ({
    sentence: candidate.sentence,
    row: measure(asked, candidate),
    isRight:
      isOfThese.has(candidate.sentence.passage.documentId) &&
      golden.evidence.some((evidence) => proves(candidate.sentence.text, evidence)),
  }));
  return { set: name, mayTeach, golden, document, sentences, passages };
}

const LEAST_SENTENCE = 8;
const LEAST_RUN = 6;

/** The evidence is in it, it is in the evidence, or both share half of the evidence. */
function proves(sentence: string, evidence: string): boolean {
  const [said, wanted] = [plain(sentence), plain(evidence)];
  if (said.includes(wanted)) return true;
  if (said.length >= LEAST_SENTENCE && wanted.includes(said)) return true;
  const run = Math.max(LEAST_RUN, Math.ceil(wanted.length / 2));
  for (let at = 0; at + run <= wanted.length; at += 1) {
    if (said.includes(wanted.slice(at, at + run))) return true;
  }
  return false;
}

/** Share of the evidence that stands in the first so many passages. */
export const recallOf = (
  { golden }: RankingExample,
  passages: readonly Hit[],
  count: number,
): number =>
  golden.evidence.filter((evidence) =>
    passages.slice(0, count).some(({ passage }) => holdsEvidence(passage.text, evidence)),
  ).length / golden.evidence.length;
