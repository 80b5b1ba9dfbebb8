import type { Line } from './lines.ts';
import type { Page } from './page.ts';

export interface PageLines {
  readonly page: Page;
  readonly lines: readonly Line[];
}

const DASH = '[\\-－—–−~～·•.．*＊_＿\\s|丨/／〔〕()（）【】\\[\\]<>《》]';
const DIGITS = '[0-9０-９]{1,4}';
const HAN_DIGITS = '[一二三四五六七八九十百零〇]{1,5}';
const TOTAL = `(?:[,，\\s/／]*(?:共|总|of)\\s*(?:${DIGITS}|${HAN_DIGITS})\\s*页?)`;

/** A page number on a line of its own, in every dress. */
const NUMBERS: readonly RegExp[] = [
  new RegExp(`^${DASH}*第?\\s*${DIGITS}\\s*页?${TOTAL}?${DASH}*$`, 'iu'),
  new RegExp(`^${DASH}*第\\s*${HAN_DIGITS}\\s*页${TOTAL}?${DASH}*$`, 'u'),
  new RegExp(`^${DASH}*${DIGITS}\\s*[/／]\\s*${DIGITS}${DASH}*$`, 'u'),
  new RegExp(`^${DASH}*(?:page|p)\\.?\\s*${DIGITS}${TOTAL}?${DASH}*$`, 'iu'),
  /^[-－—–\s]*[ivxIVXⅠ-ⅻ]{1,6}[-－—–\s]*$/u,
];

/** How many lines from the edge of a page furniture is looked for. */
const DEPTH = 3;
/** The part of a page, from above and from below, that holds furniture. */
const EDGE = 0.16;
/** Points by which the same line may stand elsewhere on another page. */
const SAME_PLACE = 4;
/** On how many pages a line must come back, and on what share of them (heads may change sides and chapters). */
const MIN_PAGES = 2;
const MIN_SHARE = 0.2;

/** The lines of each page without page numbers and running heads. */
export function withoutFurniture(pages: readonly PageLines[]): PageLines[] {
  const repeated = repeatedLines(pages);
  return pages.map(({ page, lines }) => {
    const gone = new Set<Line>();
    for (const edge of [edgeOf(page, lines, 'top'), edgeOf(page, lines, 'bottom')]) {
      for (const line of edge) {
        const isGone = repeated.has(line) || isPageNumber(line.text);
        // What stands further in than the text itself is text.
        if (!isGone) break;
        gone.add(line);
      }
    }
    return { page, lines: lines.filter((line) => !gone.has(line)) };
  });
}

export function isPageNumber(text: string): boolean {
  return NUMBERS.some((pattern) => pattern.test(text));
}

/** Outermost first. */
function edgeOf(page: Page, lines: readonly Line[], side: 'top' | 'bottom'): Line[] {
  const edge = side === 'top' ? lines.slice(0, DEPTH) : lines.slice(-DEPTH).reverse();
  const limit = Math.max(page.height * EDGE, 72);
  return edge.filter(({ y }) => (side === 'top' ? y < limit : y > page.height - limit));
}

/** What a running head says, the page number beside it left out. */
function wordsOf(text: string): string {
  return text
    .replace(/[0-9０-９]+|[\s\-－—–·•.．|丨/／]|第页|共页/gu, '')
    .replace(/第页|共页/gu, '');
}

function repeatedLines(pages: readonly PageLines[]): Set<Line> {
  const seen = new Map<string, Line[]>();
  for (const { page, lines } of pages) {
    for (const side of ['top', 'bottom'] as const) {
      for (const line of edgeOf(page, lines, side)) {
        const words = wordsOf(line.text);
        if (words.length < 3) continue;
        const place = Math.round((side === 'top' ? line.y : page.height - line.y) / SAME_PLACE);
        for (const near of [place, place + 1]) {
          const key = `${side} ${near} ${words}`;
          seen.set(key, [...(seen.get(key) ?? []), line]);
        }
      }
    }
  }
  const enough = Math.max(MIN_PAGES, Math.min(3, Math.ceil(pages.length * MIN_SHARE)));
  return new Set([...seen.values()].filter((lines) => lines.length >= enough).flat());
}
