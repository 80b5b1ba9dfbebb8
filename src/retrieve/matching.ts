import type { Concept, Query } from '../understand/query.ts';
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

export const headingsOf = ({ passage }: Sentence): string => flatPassage(passage).headings;

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
