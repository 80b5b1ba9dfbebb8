import type { Segmenter } from '../segment/segmenter.ts';
import { carriesContent } from './content-of.ts';
import type { Concept } from './query.ts';
import { flatten } from './question-text.ts';
import { type Synonym, synonymsIn } from './synonyms.ts';

/** How many passages hold a term, and how many there are. */
export interface TermStatistics {
  readonly passages: number;
  frequency(term: string): number;
}

const informationOf = (frequency: number, statistics: TermStatistics): number =>
  Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));

/** Share of its character pairs that must be known before a long wording counts as known. */
const KNOWN_SHARE = 0.6;

/** How many passages may hold a wording: as an index term, else as the rarest of its pairs that is known. */
function frequencyOf(form: string, statistics: TermStatistics): number {
  const whole = statistics.frequency(form);
  if (whole > 0 || form.length < 3) return whole;
  const pairs = Array.from({ length: form.length - 1 }, (_, at) => form.slice(at, at + 2));
  const known = pairs
    .map((pair) => statistics.frequency(pair))
    .filter((frequency) => frequency > 0);
  return known.length >= KNOWN_SHARE * pairs.length ? Math.min(...known) : 0;
}

/** Nouns, names, set phrases and Latin words. */
const THING_TAGS = /^(?:n|l|i|j|t|eng)/u;

interface Span {
  readonly said: string;
  /** Names a thing, so that not knowing it matters. */
  readonly isThing: boolean;
  readonly forms: readonly { readonly text: string; readonly weight: number }[];
}

/** Longest everyday wording that only counts where words begin and end: 城里 is not in 大学城里. */
const SHORT_WORDING = 2;

/** Tells whether a stretch of a text may be a wording of its own. */
export function wordBorders(
  flat: string,
  segmenter: Segmenter,
): (start: number, end: number) => boolean {
  const borders = new Set([0]);
  let at = 0;
  for (const { word, tag } of segmenter.tagged(flat)) {
    // A word that no dictionary has was guessed, and may have swallowed a wording (社零要).
    if (tag === 'x')
      for (let inside = at; inside < at + word.length; inside += 1) borders.add(inside);
    at += word.length;
    borders.add(at);
  }
  return (start, end) => end - start > SHORT_WORDING || (borders.has(start) && borders.has(end));
}

/** Asks who does a thing, and is no part of the thing. */
const ASKS_WHO = /谁|归哪|哪个(?:部门|局|单位)|挑头|主管|牵头|负责/u;

/** Everyday wordings first (they may span words), then the words left between them. */
function spansOf(content: string, segmenter: Segmenter, synonyms: readonly Synonym[]): Span[] {
  const spans: Span[] = [];
  for (const run of content.split(/\s+/u).filter(Boolean)) {
    const flat = flatten(run);
    const isWhole = wordBorders(flat, segmenter);
    const found = synonymsIn(flat, synonyms, isWhole);
    let at = 0;
    const words = (text: string) =>
      segmenter
        .tagged(text)
        .filter(carriesContent)
        .filter(({ word }) => word.length > 1 || /^[a-z0-9]/u.test(word))
        .map(({ word, tag }) => ({
          said: word,
          isThing: THING_TAGS.test(tag),
          forms: [{ text: word, weight: 1 }],
        }));
    for (const { synonym, start, end } of found) {
      spans.push(...words(flat.slice(at, start)));
      at = end;
      if (ASKS_WHO.test(synonym.everyday)) continue;
      spans.push({
        said: synonym.everyday,
        isThing: true,
        forms: [
          { text: synonym.everyday, weight: 1 },
          ...synonym.official.map((text) => ({ text, weight: synonym.weight })),
        ],
      });
    }
    spans.push(...words(flat.slice(at)));
  }
  return spans;
}

/** What the content of a question is about, each thing once. */
export function conceptsOf(
  content: string,
  segmenter: Segmenter,
  synonyms: readonly Synonym[],
  statistics: TermStatistics,
): readonly Concept[] {
  const bySaid = new Map<string, Concept>();
  for (const { said, isThing, forms } of spansOf(content, segmenter, synonyms)) {
    const frequencies = forms.map(({ text }) => frequencyOf(text, statistics));
    const known = frequencies.filter((frequency) => frequency > 0);
    bySaid.set(said, {
      said,
      forms,
      weight: informationOf(known.length > 0 ? Math.min(...known) : 0, statistics),
      unknown: known.length === 0,
      isThing,
    });
  }
  return [...bySaid.values()];
}
