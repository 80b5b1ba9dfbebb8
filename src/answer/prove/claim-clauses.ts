import type { DocumentInfo } from '../../model.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import { taggedClauses } from './clauses.ts';
import { isTime } from './governing-times.ts';
import { isAim, isCourse, isNeutral } from './neutral-words.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { mentionsIn } from './region-guard.ts';
import type { SaidWord } from './words-in-order.ts';

/** A clause of a claim: what it says besides framing, years and the place spoken of. */
export interface ClaimClause {
  readonly text: string;
  /** What the claim says before it. */
  readonly before: string;
  readonly said: readonly SaidWord[];
  /** Words for the way its figures go (增长, 降至). */
  readonly courses: readonly string[];
  /** Words such as 目标, 计划, 将 that only what looks ahead may be worded with. */
  readonly aims: readonly string[];
  readonly figures: readonly Quantity[];
  /** Whether it begins with the name of a place, which is then what it speaks of. */
  readonly isOfPlace: boolean;
}

/** Names inside a name are part of its words. */
const IN_NAME: ReadonlySet<Quantity['kind']> = new Set(['code', 'numeral']);
/** The plan itself, as a claim names where it is from (根据计划，计划提出). */
const NAMES_PLAN = /^(?:根据|按照|依据|据)[^，:]{0,8}计划$|计划(?:提出|明确|指出|要求)/u;
/** Of whom a thing is must be said where the thing is. */
const LEVEL = /^(?:国家|省|市|区|县)级$/u;

/** A compact claim clause by clause. */
export function claimClauses(
  claim: string,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): ClaimClause[] {
  let before = '';
  return taggedClauses(claim, segmenter).flatMap(({ text }) => {
    const clause = { ...readClause(text, documents, segmenter), before };
    if (clause.said.length + clause.figures.length > 0) before += text;
    return [clause];
  });
}

function readClause(
  text: string,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): Omit<ClaimClause, 'before'> {
  const quantities = quantitiesIn(text).filter(({ kind }) => !IN_NAME.has(kind));
  const places = mentionsIn(text, documents);
  const leading = places.filter(({ start }) =>
    isLeading(text.slice(0, start), quantities, segmenter),
  );
  const inside = places.filter((place) => !leading.includes(place) && !/^全/u.test(place.name));
  const words = withoutSpans(text, [...quantities, ...places]);
  const tagged = segmenter.tagged(words);
  const figures = quantities.filter((one) => !isTime(one));
  const said = inside.map((place) => ({ ...beside(text, place.start, place.end), isFixed: true }));
  const aims: string[] = [];
  const courses: string[] = [];
  let at = 0;
  for (const { word } of tagged) {
    const start = words.indexOf(word, at);
    at = start + word.length;
    if (isNeutral(word)) continue;
    if (isAim(word) && NAMES_PLAN.test(text)) continue;
    if (isAim(word)) aims.push(word);
    else if (isCourse(word) && figures.length > 0) courses.push(word);
    else said.push({ ...beside(text, start, at), isFixed: LEVEL.test(word) });
  }
  return {
    text,
    said: said.sort((a, b) => a.start - b.start),
    aims,
    courses,
    figures,
    isOfPlace: leading.length > 0,
  };
}

const beside = (text: string, start: number, end: number) => ({
  word: text.slice(start, end),
  start,
  before: text.charAt(start - 1),
  after: text.charAt(end),
});

const withoutSpans = (
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string =>
  spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );

/** Whether what stands before a name only frames it, so that the clause speaks of the place. */
function isLeading(before: string, quantities: readonly Quantity[], segmenter: Segmenter): boolean {
  if (before === '') return true;
  const known = quantities.filter(({ end }) => end <= before.length);
  return segmenter
    .tagged(withoutSpans(before, known))
    .every(({ word }) => isNeutral(word) || isAim(word));
}
