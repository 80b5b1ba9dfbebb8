import type { DocumentInfo, Hit, Passage } from '../model.ts';
import type { AskedUnit } from '../understand/asked-unit.ts';
import type { Query } from '../understand/query.ts';
import { flatPassage } from './flat-passage.ts';
import { coverageOf, headingsOf, isHeading, phraseIn, timeFit } from './matching.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { liesBeside, namedHeadings } from './sibling-headings.ts';

/** What each sign is worth, in shares of a full word match. */
export interface RescoreOptions {
  /** Place in the fused list, 1 for the first. */
  readonly fused: number;
  /** Coverage by the best sentence. */
  readonly sentence: number;
  /** The longest run of the question's own words the sentence repeats. */
  readonly phrase: number;
  /** The question wants a list and the sentence enumerates. */
  readonly enumeration: number;
  /** The sentence is only a heading. */
  readonly heading: number;
  /** A hundred characters of sentence beyond the first hundred. */
  readonly length: number;
  /** Coverage by the whole passage. */
  readonly passage: number;
  /** A figure of the asked kind stands in the best sentence; its absence costs the same. */
  readonly unit: number;
  readonly yearRight: number;
  readonly yearWrong: number;
  /** The document is of the sort the question names. */
  readonly preferred: number;
  /** Another document, which names the region in the passage. */
  readonly elsewhere: number;
  /** Near a passage an earlier turn stood on. */
  readonly focus: number;
  /** Under a sibling of the heading the question names. */
  readonly beside: number;
  readonly outline: number;
}

export const defaultRescoreOptions: RescoreOptions = {
  fused: 0.5,
  sentence: 1,
  phrase: 0.3,
  enumeration: 0.12,
  heading: -0.3,
  length: -0.06,
  passage: 0.4,
  unit: 0.12,
  yearRight: 0.12,
  yearWrong: -0.35,
  preferred: 0.1,
  elsewhere: -0.3,
  focus: 0.15,
  beside: -0.3,
  outline: -0.25,
};

export interface SentenceHit {
  readonly sentence: Sentence;
  readonly score: number;
}

export interface RescoredHit extends Hit {
  /** Under a heading beside the one the question names: speaks of a sibling of what is meant. */
  readonly isBeside: boolean;
  /** Its sentences, best first. */
  readonly sentences: readonly SentenceHit[];
}

/** Whether a passage of a document the question does not name still speaks of a region it names. */
export const namesRegion = (passage: Passage, query: Query): boolean => {
  const { text, headings } = flatPassage(passage);
  return [...query.scope.regionNames, ...query.scope.absentRegions].some(
    (region) => text.includes(region) || headings.includes(region),
  );
};

/** Of a document the query names, or at least about its region. */
export const isInScope = (passage: Passage, query: Query): boolean => {
  const { documentIds } = query.scope;
  return (
    documentIds.length === 0 ||
    documentIds.includes(passage.documentId) ||
    namesRegion(passage, query)
  );
};

/** 1 with a figure of the kind asked for, 0 with one in Chinese numerals, −1 with none. */
function unitWorth(unit: AskedUnit, { flat, passage }: Sentence): number {
  if (unit.figure.test(flat) || (passage.kind === 'row' && /\d/u.test(flat))) return 1;
  return unit.loose?.test(flat) ? 0 : -1;
}

export function scoreSentence(
  query: Query,
  sentence: Sentence,
  options = defaultRescoreOptions,
): number {
  const coverage = coverageOf(query, sentence.flat, headingsOf(sentence));
  const fit = timeFit(query, sentence);
  const unit = query.unit === undefined ? 0 : unitWorth(query.unit, sentence) * options.unit;
  const year = fit > 0 ? options.yearRight : fit < 0 ? options.yearWrong : 0;
  const isQuoted = query.quoted.some((words) => sentence.quoted.includes(words));
  const phrase =
    options.phrase * Math.max(isQuoted ? 1 : 0, phraseIn(query.phrases, sentence.flat));
  const length = options.length * Math.max(0, sentence.flat.length / 100 - 1);
  const heading = isHeading(sentence) ? options.heading : 0;
  const isListed =
    (query.wants.has('list') || query.wants.has('define')) && /、.*、/su.test(sentence.flat);
  const enumeration = isListed ? options.enumeration : 0;
  return options.sentence * coverage.share + enumeration + phrase + unit + year + length + heading;
}

/** Reads each candidate closely and orders them anew. Pure. */
export function rescore(
  query: Query,
  candidates: readonly Hit[],
  documents: ReadonlyMap<string, DocumentInfo>,
  options = defaultRescoreOptions,
): RescoredHit[] {
  const { documentIds, preferredIds } = query.scope;
  const top = candidates[0]?.score ?? 1;
  const named = namedHeadings(query, candidates);
  return candidates
    .filter(({ passage }) => isInScope(passage, query))
    .map(({ passage, score }) => {
      const sentences = sentencesOf(passage, documents.get(passage.documentId))
        .map((sentence) => ({ sentence, score: scoreSentence(query, sentence, options) }))
        .sort((a, b) => b.score - a.score);
      const { text, headings } = flatPassage(passage);
      const whole = coverageOf(query, text, headings);
      const isBeside = liesBeside(passage, named);
      const total =
        options.fused * (score / top) +
        (sentences[0]?.score ?? 0) +
        options.passage * whole.share +
        (preferredIds.includes(passage.documentId) ? options.preferred : 0) +
        (documentIds.length > 0 && !documentIds.includes(passage.documentId)
          ? options.elsewhere
          : 0) +
        (query.focus.includes(passage.id) ? options.focus : 0) +
        (isBeside ? options.beside : 0) +
        (passage.kind === 'outline' ? options.outline : 0);
      return { passage, score: total, sentences, isBeside };
    })
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}
