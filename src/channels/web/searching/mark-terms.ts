import type { SearchTerm } from '../../../app.ts';

/** A stretch of a text, and whether it says what was looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text as terms are compared with it, each of its characters knowing where it comes from. */
interface Flat {
  readonly text: string;
  /** By character: its offset in the text it was made of, and the offset behind it. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LEFT_OUT = /[\s“”‘’"'「」『』]/u;

/** What a character is compared as: several for some (㎡ → m2), nothing for others. Most are compared as they are. */
function compared(character: string): readonly string[] | string {
  if (character >= '一' && character <= '鿿') return character;
  const units = character.normalize('NFKC').toLowerCase().split('');
  return units.filter((unit) => !LEFT_OUT.test(unit));
}

function flatten(text: string): Flat {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    for (const unit of compared(character)) {
      characters.push(unit);
      starts.push(offset);
      ends.push(end);
    }
    offset = end;
  }
  return { text: characters.join(''), starts, ends };
}

type Range = readonly [start: number, end: number];

function occurrences(flat: Flat, words: readonly string[]): Range[] {
  return words.flatMap((word) => {
    const ranges: Range[] = [];
    for (let at = flat.text.indexOf(word); at >= 0; at = flat.text.indexOf(word, at + word.length))
      ranges.push([flat.starts[at] ?? 0, flat.ends[at + word.length - 1] ?? 0]);
    return ranges;
  });
}

/** Where a text says each thing looked for: by a wording of it, else by the words of its own wording. In order, merged. */
export function rangesOf(text: string, terms: readonly SearchTerm[]): readonly Range[] {
  const flat = flatten(text);
  const found = terms.flatMap(({ wordings, words }) => {
    const whole = occurrences(flat, wordings);
    return whole.length > 0 ? whole : occurrences(flat, words);
  });
  const merged: Range[] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

/** The text cut at the bounds of what it says of the things looked for; joined, the pieces are the text. */
export function markTerms(text: string, terms: readonly SearchTerm[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [start, end] of rangesOf(text, terms)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}
