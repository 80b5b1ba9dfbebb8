import type { PlanDocument, TextBlock } from '../../../model.ts';
import { isSection, itemsOf, textOf } from './reading-order.ts';

const IS_LETTER = /[\p{L}\p{N}]/u;
const AFTER_HEADING = /[^\p{L}\p{N}（(“‘《「『【〈—]/u;

/** How much of the text repeats the heading; 0 where it does not begin with it. */
function repeatedLength(heading: string, text: string): number {
  const letters = [...heading].filter((character) => IS_LETTER.test(character));
  let length = 0;
  for (const letter of letters) {
    while (length < text.length && !IS_LETTER.test(text.charAt(length))) length += 1;
    if (!text.startsWith(letter, length)) return 0;
    length += letter.length;
  }
  while (length < text.length && AFTER_HEADING.test(text.charAt(length))) length += 1;
  return length;
}

/**
 * Paragraphs that begin with the heading of their section (一是有效投资扩量提质。530个…), and how much of them
 * that is: the page sets the heading above the paragraph and does not say it twice.
 */
export function runInHeadings(document: PlanDocument): ReadonlyMap<TextBlock, number> {
  const lengths = new Map<TextBlock, number>();
  for (const section of itemsOf(document)) {
    if (!isSection(section)) continue;
    const [first] = section.children;
    if (first?.type !== 'text') continue;
    const length = repeatedLength(textOf(section), first.text);
    if (length > 0) lengths.set(first, length);
  }
  return lengths;
}
