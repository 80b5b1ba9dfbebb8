import { commonest, type Glyph, middle } from './page.ts';

/** A run of characters on one baseline. */
export interface Line {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** The size most of its characters have. */
  readonly size: number;
  readonly isBold: boolean;
  readonly text: string;
}

/** Baselines this near, as a share of the size, are one line. */
const SAME_BASELINE = 0.25;
/** A raised or lowered character is smaller than this share of its line. */
const SMALL = 0.82;

/** The lines of a page or a cell, from above. Raised and lowered characters stand in the line they touch. */
export function linesOf(glyphs: readonly Glyph[], page: number): Line[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const last = row?.[0];
    const isSame =
      last !== undefined && glyph.y - last.y <= SAME_BASELINE * Math.min(glyph.size, last.size);
    if (row !== undefined && isSame) row.push(glyph);
    else rows.push([glyph]);
  }
  return withSmallOnes(rows)
    .map((row) => toLine(row, page))
    .filter(({ text }) => text !== '');
}

/** Puts rows of small characters into the row above or below whose letters they reach into. */
function withSmallOnes(rows: readonly Glyph[][]): Glyph[][] {
  const sizes = rows.map(sizeOf);
  const kept = rows.map((row) => [...row]);
  rows.forEach((row, index) => {
    const hosts = [index - 1, index + 1].filter((at) => {
      const host = rows[at];
      const hostSize = sizes[at];
      if (host === undefined || hostSize === undefined || kept[at]?.length === 0) return false;
      const isSmall = (sizes[index] ?? 0) < SMALL * hostSize;
      return isSmall && touches(row, host, hostSize);
    });
    const host = hosts[0];
    if (host === undefined) return;
    kept[host]?.push(...row);
    kept[index] = [];
  });
  return kept.filter((row) => row.length > 0);
}

function touches(row: readonly Glyph[], host: readonly Glyph[], hostSize: number): boolean {
  const [small, base] = [row[0], host[0]];
  if (small === undefined || base === undefined) return false;
  const isBeside =
    middle(small) > base.y - hostSize * 1.05 && middle(small) < base.y + hostSize / 4;
  const left = Math.min(...row.map(({ x0 }) => x0));
  const right = Math.max(...row.map(({ x1 }) => x1));
  const isNear = host.some(({ x0, x1 }) => x1 >= left - hostSize / 2 && x0 <= right + hostSize / 2);
  return isBeside && isNear;
}

function sizeOf(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.filter(({ text }) => text.trim() !== '').map(({ size }) => size);
  return commonest(sizes.length > 0 ? sizes : glyphs.map(({ size }) => size), 0.25);
}

export function toLine(glyphs: readonly Glyph[], page: number): Line {
  const sorted = withoutDoubles([...glyphs].sort((a, b) => a.x0 - b.x0));
  const inked = sorted.filter(({ text }) => text.trim() !== '');
  const main = commonest(
    inked.map(({ y }) => y),
    0.5,
  );
  return {
    page,
    glyphs: sorted,
    x0: Math.min(...inked.map(({ x0 }) => x0)),
    x1: Math.max(...inked.map(({ x1 }) => x1)),
    y: main,
    size: sizeOf(sorted),
    isBold: inked.filter(({ isBold }) => isBold).length > inked.length * 0.6,
    text: textOf(sorted),
  };
}

/** A heavy face is often faked by printing a character again, a little beside. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const isDouble = kept
      .slice(-3)
      .some(
        (last) =>
          last.text === glyph.text &&
          glyph.text.trim() !== '' &&
          Math.abs(last.x0 - glyph.x0) < 0.25 * (glyph.x1 - glyph.x0),
      );
    if (!isDouble) kept.push(glyph);
  }
  return kept;
}

const HAN = /[\p{Script=Han}\u3001-\u301f\uff00-\uffef“”‘’—…·]/u;
const NUMBER_HEAD =
  /^(?:第[一二三四五六七八九十百零〇0-9]+[编篇章节条部分]+|专栏\s?[0-9一二三四五六七八九十]*|附件\s?[0-9一二三四五六七八九十]*)$/u;

/** Blanks that print only sets between characters are not said; those that part words are. */
function textOf(glyphs: readonly Glyph[]): string {
  const spread = spreadOf(glyphs);
  let text = '';
  let last: Glyph | null = null;
  let hasBlank = false;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      hasBlank = last !== null;
      continue;
    }
    if (last !== null && needsBlank(text, last, glyph, hasBlank, spread)) text += ' ';
    text += glyph.text;
    last = glyph;
    hasBlank = false;
  }
  return text.trim();
}

function needsBlank(
  text: string,
  last: Glyph,
  next: Glyph,
  hasBlank: boolean,
  spread: number,
): boolean {
  const gap = (next.x0 - last.x1) / Math.max(next.size, last.size);
  if (gap > 1.5 + spread) return true;
  const isHan = HAN.test(last.text.at(-1) ?? '') || HAN.test(next.text);
  if (isHan) {
    if (NUMBER_HEAD.test(text)) return hasBlank || gap > 0.3 + spread;
    return gap > 0.8 + spread;
  }
  return hasBlank ? gap > 0.12 : gap > 0.3 + spread;
}

/** The gap, as a share of the size, that a line set wide leaves between any two of its characters. */
function spreadOf(glyphs: readonly Glyph[]): number {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const gaps = inked.slice(1).map((glyph, index) => {
    const last = inked[index] ?? glyph;
    return (glyph.x0 - last.x1) / glyph.size;
  });
  if (gaps.length === 0) return 0;
  // Two or three characters set apart (目　录) are one word too.
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 4)] ?? 0;
  return Math.max(0, usual);
}
