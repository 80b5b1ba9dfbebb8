import type { Segmenter } from '../segment/segmenter.ts';
import type { Concept } from './query.ts';
import { flatten } from './question-text.ts';
import { type Synonym, synonymsIn } from './synonyms.ts';
import { carriesContent } from './wants.ts';

/** How many passages hold a term, and how many there are. */
export interface TermStatistics {
  readonly passages: number;
  frequency(term: string): number;
}

const informationOf = (frequency: number, statistics: TermStatistics): number =>
  Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));

/** How many passages may hold a wording: as an index term, else as its rarest pair of characters. */
function frequencyOf(form: string, statistics: TermStatistics): number {
  const whole = statistics.frequency(form);
  if (whole > 0 || form.length < 3) return whole;
  const pairs = Array.from({ length: form.length - 1 }, (_, at) => form.slice(at, at + 2));
  return Math.min(...pairs.map((pair) => statistics.frequency(pair)));
}

/** Nouns, names, set phrases and Latin words. */
const THING_TAGS = /^(?:n|l|i|j|eng)/u;

interface Span {
  readonly said: string;
  /** Names a thing, so that not knowing it matters. */
  readonly isThing: boolean;
  readonly forms: readonly { readonly text: string; readonly weight: number }[];
}

/** Everyday wordings first (they may span words), then the words left between them. */
function spansOf(content: string, segmenter: Segmenter, synonyms: readonly Synonym[]): Span[] {
  const spans: Span[] = [];
  for (const run of content.split(/\s+/u).filter(Boolean)) {
    const flat = flatten(run);
    const found = [...synonymsIn(flat, synonyms)].sort((a, b) => a.start - b.start);
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
      spans.push({
        said: synonym.everyday,
        isThing: true,
        forms: [
          { text: synonym.everyday, weight: 1 },
          ...synonym.official.map((text) => ({ text, weight: synonym.weight })),
        ],
      });
      at = end;
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
