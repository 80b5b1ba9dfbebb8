import { divisionOf } from '../../language/places/names.ts';
import { shortPlace } from '../../language/places/short-name.ts';
import type { DocumentInfo, Passage } from '../../model.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import { compact } from './compact-text.ts';
import { quantitiesIn } from './quantities.ts';
import { isSameValue, type Quantity } from './quantity.ts';
import type { Searched } from './word-meaning.ts';

export interface Over {
  readonly text: string;
  readonly searched: Searched;
  readonly figures: readonly Quantity[];
  /** Short names of the places that 我省 and 全市 mean there. */
  readonly places: readonly string[];
}

const overs = new WeakMap<Passage, Over>();

/** Headings over a passage and the names of its document, with the figures in them. */
export function standsOver(
  passage: Passage,
  document: DocumentInfo | undefined,
  segmenter: Segmenter,
): Over {
  const known = overs.get(passage);
  if (known) return known;
  const { title = '', shortTitle = '', region, documentNumber } = document ?? {};
  const text = compact(
    [...passage.headingPath, title, shortTitle, region ?? '', documentNumber ?? ''].join('。'),
  );
  const read = {
    text,
    searched: searched(text, segmenter),
    figures: quantitiesIn(text),
    places: meantPlaces(passage.text, region),
  };
  overs.set(passage, read);
  return read;
}

/** The province or city a place lies in, where a text of it speaks of 我省 or 全市. */
function meantPlaces(text: string, region: string | null | undefined): string[] {
  const parents = region ? (divisionOf(region)?.parents ?? []) : [];
  return ['省', '市'].flatMap((level) =>
    new RegExp(`[我全本]${level}|${level}内`, 'u').test(text)
      ? parents.filter((parent) => parent.endsWith(level)).map(shortPlace)
      : [],
  );
}

export const isFigureOver = (figure: Quantity, { text, figures }: Over): boolean =>
  figures.some((one) => isSameValue(one, figure)) ||
  (/^第[项条款个]$/u.test(figure.unit) &&
    new RegExp(`(?:^|。)${figure.values[0]}[.、]`, 'u').test(text));

/** A compact text with its words. */
export function searched(text: string, segmenter: Segmenter): Searched {
  const words: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const { word } of segmenter.tagged(text)) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    words.push(word);
    starts.push(start);
    at = start + word.length;
  }
  return { text, words, starts };
}
