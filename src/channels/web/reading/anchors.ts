import type { Passage, PassageKind, PlanDocument } from '../../../model.ts';
import { type Item, isSection, isTextBlock, itemsOf, linesOf, textOf } from './reading-order.ts';

/** A passage's share of an item's text, in UTF-16 offsets of that text, end excluded. */
export interface Mark {
  readonly passageId: string;
  readonly start: number;
  readonly end: number;
  /** Only here the passage's anchor stands: once in the document. */
  readonly isAnchor: boolean;
  /** Not all of the passage's words were found, so that its letters cannot be counted on the page. */
  readonly isTorn: boolean;
}

/** What of each item belongs to which passage; marks of an item are in order and do not overlap. */
export type Anchors = ReadonlyMap<Item, readonly Mark[]>;

export function anchorId(passageId: string): string {
  return `p-${passageId}`;
}

/**
 * The letters and figures of a document in one line, each knowing its place. Passages are looked up by these
 * alone: headings and rows are printed with other spaces and marks between their parts than passages repeat.
 */
interface Letters {
  readonly text: string;
  readonly items: readonly Item[];
  /** By letter: which item it is of, and its offset there. */
  readonly itemIndexes: readonly number[];
  readonly offsets: readonly number[];
  /** By item: its first letter. */
  readonly firstLetters: readonly number[];
}

const onlyLetters = (text: string): string => text.replace(NOT_LETTERS, '');

/** The passage that lists what the whole document holds, below its title. */
export function titleOutline(
  { info }: PlanDocument,
  passages: readonly Passage[],
): Passage | undefined {
  const title = onlyLetters(info.title);
  return passages.find(
    ({ kind, quotable }) =>
      kind === 'outline' && onlyLetters(quotable.split('\n')[0] ?? '') === title,
  );
}

interface Part {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
}

const IS_LETTER = /[\p{L}\p{N}]/u;
const NOT_LETTERS = /[^\p{L}\p{N}]/gu;
const OPENING = /[\s（(“‘《「『【〈—]/u;

function lettersOf(document: PlanDocument): Letters {
  const items = [...itemsOf(document)];
  const letters: string[] = [];
  const itemIndexes: number[] = [];
  const offsets: number[] = [];
  const firstLetters: number[] = [];
  items.forEach((item, itemIndex) => {
    firstLetters.push(offsets.length);
    let offset = 0;
    for (const character of textOf(item)) {
      if (IS_LETTER.test(character)) {
        letters.push(character);
        for (let unit = 0; unit < character.length; unit += 1) {
          itemIndexes.push(itemIndex);
          offsets.push(offset + unit);
        }
      }
      offset += character.length;
    }
  });
  return { text: letters.join(''), items, itemIndexes, offsets, firstLetters };
}

/** The run of letters from `first` to before `end`, cut at the bounds of items. */
function partsOf(letters: Letters, first: number, end: number): Part[] {
  const parts: Part[] = [];
  let from = first;
  while (from < end) {
    const itemIndex = letters.itemIndexes[from] ?? 0;
    const item = letters.items[itemIndex];
    const next = Math.min(letters.firstLetters[itemIndex + 1] ?? end, end);
    if (item) {
      const start = letters.offsets[from] ?? 0;
      parts.push({ item, start, end: (letters.offsets[next - 1] ?? start) + 1 });
    }
    from = next;
  }
  return parts;
}

/** Where the passage's own words stand, line by line, from the first item that reaches its lines. */
function findParts(passage: Passage, letters: Letters): Part[] {
  const [firstLine, lastLine] = passage.lines;
  const firstItem = letters.items.findIndex((item) => linesOf(item)[1] >= firstLine);
  let from = letters.firstLetters[firstItem] ?? letters.text.length;
  const parts: Part[] = [];
  for (const line of passage.quotable.split('\n')) {
    const sought = onlyLetters(line);
    const found = sought === '' ? -1 : letters.text.indexOf(sought, from);
    const item = letters.items[letters.itemIndexes[found] ?? -1];
    if (item === undefined || linesOf(item)[0] > lastLine) continue;
    parts.push(...partsOf(letters, found, found + sought.length));
    from = found + sought.length;
  }
  return parts;
}

function suits(kind: PassageKind, item: Item): boolean {
  if (kind === 'outline') return isSection(item);
  if (kind === 'row') return !isSection(item) && !isTextBlock(item);
  return isTextBlock(item);
}

/** For words that are found nowhere: the last item that begins at or before the passage's first line. */
function nearestPart(passage: Passage, { items }: Letters): Part[] {
  const before = items.filter((item) => linesOf(item)[0] <= passage.lines[0]);
  const item = before.findLast((each) => suits(passage.kind, each)) ?? before.at(-1) ?? items[0];
  return item ? [{ item, start: 0, end: 0 }] : [];
}

/** Up to the next letter, but for what opens the sentence that begins there. */
function endWithClosing(text: string, end: number): number {
  let next = end;
  while (next < text.length && !IS_LETTER.test(text.charAt(next))) next += 1;
  if (next === text.length) return next;
  while (next > end && OPENING.test(text.charAt(next - 1))) next -= 1;
  return next;
}

/** Keeps marks apart: what closes a sentence stays with it, what opens one goes with the next. */
function addMark(marks: Mark[], mark: Mark, text: string): void {
  const taken = marks.at(-1)?.end ?? 0;
  let start = Math.max(mark.start, taken);
  while (start > taken && !IS_LETTER.test(text.charAt(start - 1))) start -= 1;
  const end = mark.end > start ? endWithClosing(text, mark.end) : start;
  marks.push({ ...mark, start, end });
}

const wordsOf = (parts: readonly Part[]): string =>
  parts.map(({ item, start, end }) => onlyLetters(textOf(item).slice(start, end))).join('');

/** Places every passage of a document that has any text: each gets exactly one anchor. */
export function placePassages(document: PlanDocument, passages: readonly Passage[]): Anchors {
  const letters = lettersOf(document);
  const listing = titleOutline(document, passages);
  const anchors = new Map<Item, Mark[]>();
  for (const passage of passages) {
    const found = findParts(passage, letters);
    const parts = found.length > 0 ? found : nearestPart(passage, letters);
    const suited = parts.filter(({ item }) => suits(passage.kind, item));
    const kept = suited.length > 0 ? suited : parts;
    const wanted =
      passage === listing
        ? passage.quotable.slice(passage.quotable.indexOf('\n'))
        : passage.quotable;
    const isTorn = wordsOf(kept) !== onlyLetters(wanted);
    kept.forEach(({ item, start, end }, index) => {
      const marks = anchors.get(item) ?? [];
      const isAnchor = index === 0;
      addMark(marks, { passageId: passage.id, start, end, isAnchor, isTorn }, textOf(item));
      anchors.set(item, marks);
    });
  }
  return anchors;
}
