import { shortPlace } from '../language/places/short-name.ts';
import { conceptIn, coverageOf, headingsOf, timeFit, unitFits } from '../retrieve/matching.ts';
import type { Sentence } from '../retrieve/sentences.ts';
import { ANY_FIGURE } from '../understand/asked-unit.ts';
import type { Concept, Query } from '../understand/query.ts';
import { isOfWhatIsAsked } from './kinds/asked-figure.ts';
import { asksOutcome, tellsOutcome } from './outcome.ts';

/** How much of the question must be in the evidence before it may answer. */
export interface SupportOptions {
  /** Weighted share of the known concepts. */
  readonly minCoverage: number;
  /** The same where the question names no place and no document, so that anything might fit. */
  readonly minCoverageAnywhere: number;
  /** The same where a figure is asked for: a figure of something else is worse than none. */
  readonly minFigureCoverage: number;
  /** Share of the question's subject that no document knows, above which it is about something else. */
  readonly maxUnknown: number;
}

export const defaultSupportOptions: SupportOptions = {
  minCoverage: 0.25,
  minCoverageAnywhere: 0.5,
  minFigureCoverage: 0.45,
  maxUnknown: 0.6,
};

/** Whether the question's own facts (subject, kind of figure, year) are in a sentence. */
export function isSupported(
  query: Query,
  sentence: Sentence,
  options = defaultSupportOptions,
): boolean {
  if (query.concepts.length === 0 || !speaksOfRegion(query, sentence)) return false;
  if (ASKS_PERSON.test(query.text)) return false;
  if (asksWhither(query) && !GOES_SOMEWHERE.test(sentence.flat)) return false;
  if (asksOutcome(query) && !tellsOutcome(sentence)) return false;
  const { share, found } = coverageOf(query, sentence.flat, headingsOf(sentence));
  if (query.unit !== undefined) {
    if (
      !unitFits(query, sentence) ||
      timeFit(query, sentence) < 0 ||
      lacksHead(query, sentence.flat + headingsOf(sentence))
    )
      return false;
    if (!isOfWhatIsAsked(query, sentence, found)) return false;
    const isTelling = query.asksMany || holdsSubject(query, found);
    if (!isTelling && share < options.minFigureCoverage) return false;
  }
  const minShare = isScoped(query) ? options.minCoverage : options.minCoverageAnywhere;
  return share >= minShare && (unknownShare(query) <= options.maxUnknown || share > SURE_SHARE);
}

/** From here on it does not matter which words of the question no document knows. */
const SURE_SHARE = 0.8;

/** Plans name offices, never who holds them. */
const ASKS_PERSON =
  /(?:书记|[区市县镇局院校所]长|主任|领导|负责人).{0,6}(?:是谁|叫什么|名字|姓什么|电话)/u;
/** A word of nearly the same meaning will do for the thing asked about, a distant one will not. */
const HEAD_FROM = 0.35;

const asksWhither = ({ text }: Query): boolean => /[到往去]哪/u.test(text);
const GOES_SOMEWHERE = /至|到|往|迁入|落户|位于|选址/u;

const isScoped = ({ scope }: Query): boolean => scope.documentIds.length > 0 || scope.everyRegion;

/** A place is only spoken of in its own documents, and elsewhere where a sentence names it. */
function speaksOfRegion({ scope, unit }: Query, sentence: Sentence): boolean {
  const { flat, passage } = sentence;
  // A province's total is not its city's.
  const { parts } = scope;
  const namesPart = parts.some((part) => (flat + headingsOf(sentence)).includes(shortPlace(part)));
  if (unit !== undefined && parts.length > 0 && !namesPart) return false;
  if (scope.documentIds.length > 0 && !scope.documentIds.includes(passage.documentId))
    return scope.regionNames.some((name) => (flat + headingsOf(sentence)).includes(name));
  if (scope.absentRegions.length === 0 || scope.documentIds.length > 0) return true;
  return scope.absentRegions.every((region) => flat.includes(shortPlace(region)));
}

/**
 * Whether what the figure is of goes unsaid. A word no document knows may just be how people talk, unless the
 * question asks for any figure at all, which nearly every sentence has.
 */
function lacksHead({ head, unit, asksMany }: Query, text: string): boolean {
  if (head === undefined || asksMany) return false;
  return head.unknown ? unit?.name === ANY_FIGURE : conceptIn(head, text) < HEAD_FROM;
}

/** Whether the most telling thing the question names is among what was found. */
export function holdsSubject({ concepts }: Query, found: readonly Concept[]): boolean {
  const things = concepts.filter(({ isThing, unknown }) => isThing && !unknown);
  const subject = [...things].sort((a, b) => b.weight - a.weight)[0];
  return subject === undefined || found.includes(subject);
}

/** Weighted share of what the question is about that stands in no document. */
export function unknownShare(query: Query): number {
  const things = query.concepts.filter(({ isThing, unknown }) => isThing || !unknown);
  const total = things.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = things
    .filter((concept) => concept.unknown)
    .reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? unknown / total : 1;
}
