import type { Concept, Query } from '../understand/query.ts';
import { speaksOf } from '../understand/years.ts';
import { flatPassage } from './flat-passage.ts';
import type { Sentence } from './sentences.ts';

/** Of the pieces of a wording. */
const MOST = 0.6;

/** How much of a wording a flattened text holds, 0–1: whole, or most of its two-character pieces. */
export function formIn(form: string, flat: string): number {
  if (flat.includes(form)) return 1;
  if (form.length < 4) return 0;
  const pieces = form.length - 1;
  const mayMiss = pieces * (1 - MOST);
  let missed = 0;
  for (let at = 0; at < pieces; at += 1) {
    if (!flat.includes(form.slice(at, at + 2))) missed += 1;
    if (missed > mayMiss) return 0;
  }
  return ((pieces - missed) / pieces) * 0.7;
}

/** How well a text speaks of a concept, 0–1. */
export function conceptIn({ forms }: Concept, flat: string): number {
  let best = 0;
  for (const { text, weight } of forms)
    if (weight > best) best = Math.max(best, weight * formIn(text, flat));
  return best;
}

const HEADING_SHARE = 0.75;

export interface Coverage {
  /** Weighted share of the question's known concepts found, 0–1. */
  readonly share: number;
  /** Concepts found well enough to count as said. */
  readonly found: readonly Concept[];
  readonly missing: readonly Concept[];
}

const FOUND_FROM = 0.35;

/** What of the question stands in a text, or in the headings above it (which counts a little less). */
export function coverageOf(query: Query, flat: string, headings = ''): Coverage {
  let total = 0;
  let got = 0;
  const found: Concept[] = [];
  const missing: Concept[] = [];
  for (const concept of query.concepts) {
    const said = conceptIn(concept, flat);
    const degree =
      said >= HEADING_SHARE ? said : Math.max(said, HEADING_SHARE * conceptIn(concept, headings));
    (degree >= FOUND_FROM ? found : missing).push(concept);
    if (concept.unknown) continue;
    total += concept.weight;
    got += concept.weight * degree;
  }
  return { share: total > 0 ? got / total : 0, found, missing };
}

/**
 * Weighted share of the question's known concepts that a heading says, 0–1.
 * @param degreeIn how well a heading says a concept, 0–1
 */
export function headingShare({ concepts }: Query, heading: string, degreeIn = conceptIn): number {
  const known = concepts.filter(({ unknown }) => !unknown);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const got = known.reduce((sum, concept) => sum + concept.weight * degreeIn(concept, heading), 0);
  return total > 0 ? got / total : 0;
}

export const headingsOf = ({ passage }: Sentence): string => flatPassage(passage).headings;

/** 1 the asked year is said, 0 nothing is asked or said, −1 another year is said. */
export function timeFit(query: Query, sentence: Sentence): number {
  const { years, periods } = query.time;
  const { time, assumed } = sentence;
  if (years.length === 0 && periods.length === 0) return 0;
  if (time.years.length === 0 && time.periods.length === 0) return 0;
  const right = assumed ? 0 : 1;
  if (years.length > 0) return years.some((year) => speaksOf(time, year)) ? right : -1;
  const inPeriod = (year: number): boolean =>
    periods.some(([from, to]) => year >= from && year <= to);
  const overlaps =
    time.years.some(inPeriod) || time.periods.some(([from, to]) => inPeriod(from) || inPeriod(to));
  return overlaps ? right : -1;
}

/** Whether a sentence holds a figure of the kind asked for; true where none is asked for. */
export const unitFits = (query: Query, sentence: Sentence): boolean =>
  query.unit === undefined ||
  (query.unit.loose ?? query.unit.figure).test(sentence.flat) ||
  (sentence.passage.kind === 'row' && /\d/u.test(sentence.flat));

const MIN_RUN = 4;
const MAX_RUN = 10;

/** Longest run of the question's content that a text repeats word for word, 0–1 (four to ten characters). */
export function phraseIn(content: string, flat: string): number {
  let longest = MIN_RUN - 1;
  for (const run of content.split(' ')) {
    for (let at = 0; at + longest < run.length && longest < MAX_RUN; at += 1)
      while (longest < MAX_RUN && isHeld(run, at, longest + 1, flat)) longest += 1;
  }
  return (longest - MIN_RUN + 1) / (MAX_RUN - MIN_RUN + 1);
}

const isHeld = (run: string, at: number, length: number, flat: string): boolean =>
  at + length <= run.length && flat.includes(run.slice(at, at + length));

const MARKS = /[\p{P}\p{S}]+/gu;

const headings = new WeakMap<Sentence, boolean>();

/** A sentence that only repeats the heading or lead it stands under: it tells nothing more. */
export function isHeading(sentence: Sentence): boolean {
  const known = headings.get(sentence) ?? repeatsHeading(sentence);
  headings.set(sentence, known);
  return known;
}

const repeatsHeading = (sentence: Sentence): boolean =>
  headingsOf(sentence).replace(MARKS, '').includes(sentence.flat.replace(MARKS, ''));
