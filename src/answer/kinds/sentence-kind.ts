import type { Passage, PassageKind } from '../../model.ts';
import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { lengthOf, MAX_FACT_CHARS, openingOf } from '../windows.ts';
import { partClaim, placed, quoteClaim, wantsFact } from './claims.ts';

/** The head of a document says who and when, and nothing of what it is about. */
const ASKS_OF_HEAD = 0.25;
const MIN_CHARS = 6;
const SINGLE = 6;
/** Which of the best stand together, by their places. More ways could not be told apart. */
const TOGETHER = [
  [0, 1],
  [0, 2],
  [0, 1, 2],
  [0, 1, 2, 3, 4],
] as const;
/** Of several sentences where one fact is wanted. */
const MAX_FACT_CHARS_EACH = 60;
/** The same where two things are compared: what tells them apart may stand at both ends of a sentence. */
const MAX_COMPARED_CHARS_EACH = 140;
const LIKELY_COMPARES = 0.3;
const PARAGRAPHS = 1;
const MAX_PARAGRAPH_CHARS = 560;

const memo = new WeakMap<readonly RankedSentence[], readonly RankedSentence[]>();

/** Sentences that can be read out by themselves, best first. */
export function tellingSentences({
  sentences,
  query: { kinds, wants, unit },
}: Pick<Evidence, 'sentences' | 'query'>): readonly RankedSentence[] {
  const asksOfHead = kinds.who + kinds.when > ASKS_OF_HEAD || wants.has('metadata');
  // A note says how figures of a table are meant, and gives none itself.
  const read = new Set<PassageKind>([
    'text',
    ...(unit ? [] : ['note' as const]),
    ...(asksOfHead ? ['front' as const] : []),
  ]);
  const known = memo.get(sentences) ?? sentences.filter((one) => isTelling(one, read));
  memo.set(sentences, known);
  return known;
}

/** Rows and outlines are read by kinds of their own. */
const isTelling = (
  { passage, text, features }: RankedSentence,
  read: ReadonlySet<PassageKind>,
): boolean => read.has(passage.kind) && features.heading !== 1 && lengthOf(text) >= MIN_CHARS;

/** The likeliest sentences: one by one, two together, a few, or the whole paragraph one stands in. */
export function sentenceKind(evidence: Evidence): readonly Candidate[] {
  const best = tellingSentences(evidence);
  const isFact = wantsFact(evidence.query);
  const charsEach = (sentences: number): number | undefined => {
    if (sentences === 1) return undefined;
    if (evidence.query.kinds.compare > LIKELY_COMPARES) return MAX_COMPARED_CHARS_EACH;
    return isFact ? MAX_FACT_CHARS_EACH : undefined;
  };
  const told = (sentences: readonly RankedSentence[], way: Candidate['way']): Candidate => ({
    kind: 'passage',
    way,
    claims: inOrder(sentences).map((sentence) =>
      placed(partClaim(evidence, sentence, charsEach(sentences.length)), evidence),
    ),
    signs: { candidateRank: 1 / (1 + Math.max(0, ...sentences.map((one) => best.indexOf(one)))) },
  });
  return [
    ...best.slice(0, SINGLE).map((sentence) => told([sentence], 'sentence')),
    ...TOGETHER.flatMap((places) => {
      const some = places.flatMap((place) => best[place] ?? []);
      return some.length === places.length ? [told(some, 'sentences')] : [];
    }),
    ...(isFact ? wholes(best, evidence) : []),
    ...paragraphs(best, evidence),
  ];
}

const WHOLE = 2;
const MAX_WHOLE_SENTENCE_CHARS = 200;

/** The likeliest sentences uncut: the part that answers may be worded as nobody asks. */
const wholes = (best: readonly RankedSentence[], evidence: Evidence): Candidate[] =>
  best.slice(0, WHOLE).flatMap(({ passage, text }, at) => {
    const chars = lengthOf(text);
    if (chars <= MAX_FACT_CHARS || chars > MAX_WHOLE_SENTENCE_CHARS) return [];
    const claim = placed(quoteClaim(passage, text), evidence);
    const signs = { candidateRank: 1 / (1 + at) };
    return [{ kind: 'passage', way: 'paragraph', claims: [claim], signs }];
  });

/** As the text has them, so that one leads to the next. */
const inOrder = (sentences: readonly RankedSentence[]): RankedSentence[] => {
  const [first] = sentences;
  const isOneText = sentences.every(
    ({ passage }) => passage.documentId === first?.passage.documentId,
  );
  return isOneText
    ? sentences.toSorted((a, b) => a.passage.ordinal - b.passage.ordinal || a.start - b.start)
    : [...sentences];
};

function paragraphs(best: readonly RankedSentence[], evidence: Evidence): Candidate[] {
  const passages = new Map<string, Passage>();
  for (const { passage } of best) passages.set(passage.id, passage);
  return [...passages.values()].slice(0, PARAGRAPHS).map((passage, at) => ({
    kind: 'passage',
    way: 'paragraph',
    claims: [
      placed(quoteClaim(passage, openingOf(passage.quotable, MAX_PARAGRAPH_CHARS)), evidence),
    ],
    signs: { candidateRank: 1 / (1 + at) },
  }));
}
