import { bracketStart } from './responsibility-bracket.ts';

/** Lengths in characters, white space not counted. */
export interface PassageLength {
  /** Shorter paragraphs are joined with a neighbour where that is allowed. */
  readonly min: number;
  readonly ideal: number;
  readonly max: number;
}

export const passageLength: PassageLength = { min: 80, ideal: 240, max: 350 };

/** A part of a text, end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SENTENCE = /[。！？；;]+[”’」）)】]*/g;
const CLAUSE = /[，,：:]/g;

export function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Parts of a text of about the ideal length, cut after sentences; their spans meet and cover the text. */
export function cutText(text: string, length: PassageLength = passageLength): readonly Span[] {
  if (visibleLength(text) <= length.max) return [{ from: 0, to: text.length }];
  const units = spansBetween(text, 0, text.length, sentenceEnds(text)).flatMap((unit) =>
    visibleLength(text.slice(unit.from, unit.to)) <= length.max
      ? [unit]
      : spansBetween(text, unit.from, unit.to, ends(text, CLAUSE)),
  );
  return packEvenly(text, units, length);
}

/** A sentence and the bracket of those responsible for it stay together. */
function sentenceEnds(text: string): readonly number[] {
  const bracket = bracketStart(text);
  return ends(text, SENTENCE).filter((end) => end < bracket);
}

function ends(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
}

function spansBetween(
  text: string,
  from: number,
  to: number,
  cuts: readonly number[],
): readonly Span[] {
  const inner = cuts.filter((cut) => cut > from && cut < to && text.slice(cut, to).trim() !== '');
  const borders = [from, ...inner, to];
  return borders
    .slice(0, -1)
    .map((start, index) => ({ from: start, to: borders[index + 1] ?? to }));
}

/** The way to pack the units that keeps every part nearest to the ideal length. */
function packEvenly(text: string, units: readonly Span[], length: PassageLength): readonly Span[] {
  const sizes = units.map((unit) => visibleLength(text.slice(unit.from, unit.to)));
  const best: { cost: number; start: number }[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= units.length; end += 1) {
    let choice = { cost: Number.POSITIVE_INFINITY, start: end - 1 };
    let size = 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      size += sizes[start] ?? 0;
      const cost = (best[start]?.cost ?? 0) + misfit(size, length);
      if (cost < choice.cost) choice = { cost, start };
      if (size > length.max * 2) break;
    }
    best.push(choice);
  }
  const spans: Span[] = [];
  for (let end = units.length; end > 0; end = best[end]?.start ?? 0) {
    const start = best[end]?.start ?? 0;
    spans.unshift({ from: units[start]?.from ?? 0, to: units[end - 1]?.to ?? text.length });
  }
  return spans;
}

/** Too long or too short costs more than any distance from the ideal. */
function misfit(size: number, { min, ideal, max }: PassageLength): number {
  const distance = ((size - ideal) / ideal) ** 2;
  return distance + (size > max || size < min ? 4 : 0);
}
