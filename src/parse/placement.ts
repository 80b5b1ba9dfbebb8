import type { Draft } from './draft.ts';
import type { HeadingCandidate } from './heading.ts';
import type { FamilyId, Marker } from './numbering.ts';
import { FAMILIES } from './numbering.ts';

/** What the document has shown of its own numbering so far. */
export class NumberingMemory {
  readonly #inside = new Map<FamilyId, Set<FamilyId>>();
  readonly #last = new Map<FamilyId, number>();

  /** Remembers an accepted heading and which families it was found inside of. */
  record(marker: Marker, ancestors: readonly Draft[]): void {
    const outer = this.#inside.get(marker.family.id) ?? new Set();
    for (const { family } of ancestors) if (family !== null) outer.add(family);
    this.#inside.set(marker.family.id, outer);
    const isInPanel = ancestors.some((ancestor) => ancestor.family === 'panel');
    if (!isInPanel && marker.ordinal !== null) this.#last.set(marker.family.id, marker.ordinal);
  }

  hasSeenInside(inner: FamilyId, outer: FamilyId): boolean {
    return this.#inside.get(inner)?.has(outer) ?? false;
  }

  last(family: FamilyId): number {
    return this.#last.get(family) ?? 0;
  }
}

/**
 * How many of the open sections stay open when the heading begins; null where the number does not come next,
 * so that the line is text. `open` runs from the outermost.
 */
export function placeHeading(
  heading: HeadingCandidate,
  open: readonly Draft[],
  memory: NumberingMemory,
): number | null {
  const { marker } = heading;
  const { family, ordinal } = marker;
  if (family.id === 'article') return placeArticle(heading, open, memory);
  // What is numbered in an article is its list.
  if (family.rank === null && open.some((draft) => draft.family === 'article')) return null;
  if (family.id === 'noted-point' && open.at(-1)?.family !== family.id && ordinal !== 1)
    return null;
  const sibling = open.findLastIndex((draft) => draft.family === family.id);
  if (sibling >= 0 && follows(ordinal, open[sibling]?.ordinal ?? null)) {
    return placeAfterPanel(heading, open, sibling) ?? sibling;
  }
  if (family.rank !== null) return placeRanked(marker, open, sibling);
  if (ordinal === 1) {
    const panel = open.findLastIndex((draft) => draft.family === 'panel');
    return sibling > panel ? sibling : innermost(family.id, open, memory);
  }
  if (sibling >= 0 && skipsOne(heading, open[sibling])) return sibling;
  const resumed = open.findLastIndex((draft) =>
    follows(ordinal, lastChild(draft, family.id)?.ordinal ?? null),
  );
  if (resumed >= 0) return resumed + 1;
  if (memory.last(family.id) === (ordinal ?? 0) - 1) return innermost(family.id, open, memory);
  return beginsLater(heading, open, memory) ? innermost(family.id, open, memory) : null;
}

/**
 * Where the number comes next both inside a panel and after what the panel interrupted, the way the titles are
 * set off decides.
 */
function placeAfterPanel(
  { marker, style }: HeadingCandidate,
  open: readonly Draft[],
  sibling: number,
): number | null {
  const panel = open.findLastIndex((draft) => draft.family === 'panel');
  if (panel < 1 || sibling < panel || style === open[sibling]?.style) return null;
  const before = lastChild(open[panel - 1], marker.family.id);
  const resumes = before !== null && follows(marker.ordinal, before.ordinal);
  return resumes && before.style === style ? panel : null;
}

/** 四、 after 二、, both set off in the same way: the text lost 三、. */
function skipsOne({ marker, style }: HeadingCandidate, before: Draft | undefined): boolean {
  const isAlike = style === before?.style && (style === 'line' || style === 'sentence');
  return isHanItem(marker) && isAlike && follows(marker.ordinal, (before?.ordinal ?? 0) + 1);
}

/** An excerpt begins with 三、 on a line of its own, or （三） before （四）: nothing of that numbering came before it. */
function beginsLater(
  { marker, style, isInSeries }: HeadingCandidate,
  open: readonly Draft[],
  memory: NumberingMemory,
): boolean {
  if (!isHanItem(marker) || memory.last(marker.family.id) > 0) return false;
  const isOutside = open.every(({ family }) => family !== 'panel' && family !== 'annex');
  return isOutside && (style === 'line' || isInSeries === true);
}

function isHanItem({ family }: Marker): boolean {
  return family.id === 'item' || family.id === 'subitem';
}

/** Articles are counted through all chapters. */
function placeArticle(
  { marker, isInSeries }: HeadingCandidate,
  open: readonly Draft[],
  memory: NumberingMemory,
): number | null {
  const last = memory.last('article');
  const isNext = marker.ordinal === 1 || marker.ordinal === last + 1;
  const beginsAnExcerpt = last === 0 && isInSeries === true;
  return isNext || beginsAnExcerpt ? placeRanked(marker, open, -1) : null;
}

/** 第三章 needs no 第二章 before it, but never goes back, save to the first. */
function placeRanked(marker: Marker, open: readonly Draft[], sibling: number): number | null {
  if (sibling >= 0) {
    const before = open[sibling]?.ordinal ?? 0;
    const goesOn = marker.ordinal === null || marker.ordinal === 1 || marker.ordinal > before;
    return goesOn ? sibling : null;
  }
  return open.findLastIndex((draft) => rankOf(draft) < (marker.family.rank ?? 0)) + 1;
}

/**
 * How many of the open sections stay open when a heading without a number begins. It closes what begins anew after
 * it (`upcoming`: the numbers that follow it in the text), and headings without a number that are no higher.
 */
export function placeUnnumbered(
  level: number,
  open: readonly Draft[],
  upcoming: readonly Marker[],
): number {
  const depth = open.findIndex((draft, index) => {
    if (draft.family === 'annex') return false;
    if (level === 0 || draft.family === 'panel') return true;
    if (draft.family === 'heading') return level <= (draft.level ?? level);
    const next = nextOf(draft, open.slice(0, index), upcoming);
    if (next !== null) return next === 1;
    return draft.level !== undefined && level <= draft.level;
  });
  return depth < 0 ? open.length : depth;
}

/** The next number of a section's own numbering within what it is part of; null where none follows. */
function nextOf(draft: Draft, outer: readonly Draft[], upcoming: readonly Marker[]): number | null {
  for (const { family, ordinal } of upcoming) {
    if (family.id === draft.family) return ordinal;
    if (outer.some((one) => one.family === family.id)) return null;
  }
  return null;
}

/** A new run of numbers goes as deep as it can, but not into what this document puts inside of it. */
function innermost(family: FamilyId, open: readonly Draft[], memory: NumberingMemory): number {
  let depth = open.length;
  while (depth > 0) {
    const top = open[depth - 1]?.family ?? null;
    const isInside = top !== null && memory.hasSeenInside(top, family);
    if (!isInside && top !== 'clause' && top !== family) break;
    depth -= 1;
  }
  return depth;
}

function follows(ordinal: number | null, before: number | null): boolean {
  return ordinal !== null && before !== null && ordinal === before + 1;
}

function lastChild(parent: Draft | undefined, family: FamilyId): Draft | null {
  const last = parent?.children.findLast(
    (child) => child.type === 'draft' && child.family === family,
  );
  return last?.type === 'draft' ? last : null;
}

function rankOf(draft: Draft): number {
  const family = FAMILIES.find(({ id }) => id === draft.family);
  return family?.rank ?? Number.POSITIVE_INFINITY;
}
