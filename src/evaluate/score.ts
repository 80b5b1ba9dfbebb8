import type { Answer, Hit } from '../model.ts';
import type { Golden } from './golden.ts';
import {
  has,
  holdsEvidence,
  isHonest,
  namesChapter,
  squeeze,
  standsIn,
  statedNumbers,
} from './matching.ts';
import type { Tally } from './tally.ts';

export interface Miss {
  readonly id: string;
  readonly cause: MissCause;
  readonly what: string;
  readonly detail: string;
}

/** Where an answer went wrong: the text was not found, found but not used, refused, or should have been. */
export type MissCause = 'parse' | 'retrieval' | 'composition' | 'refusal';

export interface Scored {
  readonly golden: Golden;
  readonly answer: Answer;
  /** Document ids of `golden.docs`. */
  readonly documentIds: readonly string[];
  /** Texts of the seeds by document id, made plain. */
  readonly seeds: ReadonlyMap<string, string>;
}

const SINGLE_FACT = new Set(['number', 'fact', 'table', 'when', 'who', 'colloquial']);
const MAX_ANSWER_CHARS = 800;
const MAX_WORDED_CHARS = 1_200;
const READING_BUDGET_CHARS = 2_000;

/** What was said is wrong, or leaves out what was asked without saying so. */
const WRONG = 'says a wrong thing';

const questionOf = (golden: Golden): string => golden.question ?? golden.turns?.join(' → ') ?? '';

/** Adds one answer to the tally and tells what is wrong with it. */
export function score(scored: Scored, tally: Tally): Miss[] {
  const { golden, answer } = scored;
  const misses = scoreProof(scored, tally);
  const isAnswered = answer.outcome === 'answered';
  if (golden.type === 'guide') return [...misses, ...scoreGuide(scored, tally)];
  if (golden.type === 'unanswerable') {
    tally.add('unanswerable: says so', !isAnswered);
    tally.add(WRONG, isAnswered);
    const detail = `${questionOf(golden)} ⇒ ${answer.answer.slice(0, 80)}`;
    return isAnswered
      ? [...misses, { id: golden.id, cause: 'refusal', what: 'should abstain', detail }]
      : misses;
  }
  tally.add('answerable: answers', isAnswered, golden.type);
  if (golden.evidence.length > 0) scoreRetrieval(scored, tally);
  scorePlace(scored, tally);
  return [...misses, ...scoreAnswer(scored, tally)];
}

/** A greeting, a word of help, a matter outside the documents: nothing may be quoted as if it were an answer. */
function scoreGuide({ golden, answer }: Scored, tally: Tally): Miss[] {
  const isAnswered = answer.outcome === 'answered';
  const isFine = answer.outcome === 'guide' || (golden.kind === 'documents' && isAnswered);
  tally.add('guide: says so', isFine, golden.kind ?? undefined);
  tally.add(WRONG, isAnswered && !isFine);
  const detail = `${questionOf(golden)} ⇒ ${answer.outcome}: ${answer.answer.slice(0, 80)}`;
  return isFine
    ? []
    : [{ id: golden.id, cause: 'refusal', what: 'no question to the documents', detail }];
}

function scoreProof({ golden, answer, seeds }: Scored, tally: Tally): Miss[] {
  const misses: Miss[] = [];
  for (const citation of answer.citations) {
    const isVerbatim = standsIn(seeds.get(citation.documentId), citation.quote);
    tally.add('quotes verbatim in the seed', isVerbatim);
    const detail = `${citation.documentId}: ${citation.quote.slice(0, 60)}`;
    if (!isVerbatim)
      misses.push({ id: golden.id, cause: 'parse', what: 'quote not in seed', detail });
  }
  if (answer.outcome !== 'answered') return misses;
  const support = squeeze(
    answer.citations
      .map((c) => `${c.quote} ${c.passage} ${c.headingPath.join(' ')} ${c.documentTitle}`)
      .join(' '),
  );
  const computed = answer.claims
    .flatMap((claim) => claim.computed ?? [])
    .filter((value) => isHonest(value, support))
    .map(({ value }) => squeeze(value));
  const loose = statedNumbers(answer.answer).filter(
    (number) => !support.includes(number) && !computed.includes(number),
  );
  tally.add('answers whose every number is in a cited passage', loose.length === 0);
  if (loose.length > 0)
    misses.push({
      id: golden.id,
      cause: 'composition',
      what: 'number without source',
      detail: loose.join(' '),
    });
  tally.add('answers with a citation', answer.citations.length > 0);
  const isCited =
    answer.claims.length > 0 && answer.claims.every((claim) => claim.citations.length > 0);
  tally.add('claims with a citation', isCited);
  if (SINGLE_FACT.has(golden.type)) tally.length(squeeze(answer.answer).length);
  return misses;
}

const holdsAny = (text: string, golden: Golden): boolean =>
  golden.evidence.some((evidence) => holdsEvidence(text, evidence));

function scoreRetrieval({ golden, answer }: Scored, tally: Tally): void {
  const ranked = answer.passages;
  const recall = (count: number): number => recallOf(golden, ranked.slice(0, count));
  for (const k of [1, 5, 8])
    tally.add(`evidence recall@${k}`, recall(k), k === 5 ? golden.type : undefined);
  let spent = 0;
  const within = ranked.findIndex(({ passage }) => {
    spent += squeeze(passage.text).length;
    return spent > READING_BUDGET_CHARS;
  });
  tally.add(
    'evidence recall in 2,000 characters',
    recall(within < 0 ? ranked.length : Math.max(1, within)),
  );
  const rank = ranked.findIndex(({ passage }) => holdsAny(passage.text, golden));
  tally.add('MRR', rank < 0 ? 0 : 1 / (rank + 1));
  const isCited = answer.citations.some(({ passage, quote }) =>
    holdsAny(`${passage} ${quote}`, golden),
  );
  tally.add('a citation holds the evidence', isCited, golden.type);
}

function recallOf(golden: Golden, hits: readonly Hit[]): number {
  const held = golden.evidence.filter((one) =>
    hits.some(({ passage }) => holdsEvidence(passage.text, one)),
  );
  return held.length / Math.max(1, golden.evidence.length);
}

function scorePlace({ golden, answer, documentIds }: Scored, tally: Tally): void {
  const { citations } = answer;
  if (golden.docs.length > 0) {
    const isRight =
      citations.length > 0 &&
      citations.every((citation) => documentIds.includes(citation.documentId));
    tally.add('cites only right documents', answer.outcome === 'answered' && isRight);
  }
  const chapter = golden.chapter;
  if (chapter)
    tally.add(
      'a citation names the chapter',
      citations.some((citation) => namesChapter(citation, chapter)),
    );
}

/** What the quotations offered beside a refusal may take of a reader's time. */
const NEAREST_QUOTES = 5;
const NEAREST_CHARS = 600;

const nearestText = ({ nearest = [] }: Answer): string =>
  nearest
    .slice(0, NEAREST_QUOTES)
    .map(({ quote }) => quote)
    .join('\n')
    .slice(0, NEAREST_CHARS);

function scoreAnswer({ golden, answer }: Scored, tally: Tally): Miss[] {
  // Questions without a wording teach finding, not answering.
  if (golden.must_contain.length === 0) return [];
  const isAnswered = answer.outcome === 'answered';
  const wrong = golden.must_not_contain.filter((words) => has(answer.answer, words));
  const missing = golden.must_contain.filter((words) => !has(answer.answer, words));
  const isShort = answer.answer.length <= (answer.model ? MAX_WORDED_CHARS : MAX_ANSWER_CHARS);
  const isRight = isAnswered && missing.length === 0 && wrong.length === 0 && isShort;
  tally.add('answer right', isRight, golden.type);
  tally.add(WRONG, isAnswered && !isRight);
  const near = nearestText(answer);
  const isHelped =
    isRight || (!isAnswered && golden.must_contain.every((words) => has(near, words)));
  tally.add('helped', isHelped, golden.type);
  if (isRight) return [];
  const isFound =
    golden.evidence.length === 0 ||
    answer.passages.slice(0, 8).some(({ passage }) => holdsAny(passage.text, golden));
  const cause = !isAnswered && isFound ? 'refusal' : isFound ? 'composition' : 'retrieval';
  const what = !isAnswered
    ? 'abstained'
    : missing.length > 0
      ? `lacks ${missing.join(' ')}`
      : wrong.length > 0
        ? `says ${wrong.join(' ')}`
        : 'too long';
  const detail = `${questionOf(golden)} ⇒ ${answer.answer.slice(0, 80)}`;
  return [{ id: golden.id, cause, what, detail }];
}
