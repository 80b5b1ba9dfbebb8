import type { FamilyId } from './numbering.ts';
import { readMarker } from './numbering.ts';
import type { Paragraph } from './paragraph.ts';

/** How many paragraphs one numbered paragraph may take before the next number. */
const REACH = 60;

/** The paragraphs that are numbered one after the other: the next of the same numbering is one more, or the one before one less. */
export function numberedInSeries(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const found = new Set<Paragraph>();
  const before = new Map<FamilyId, { paragraph: Paragraph; ordinal: number; index: number }>();
  paragraphs.forEach((paragraph, index) => {
    const marker = readMarker(paragraph.text);
    if (marker === null || marker.ordinal === null) return;
    if (marker.family.id === 'annex') before.clear();
    const last = before.get(marker.family.id);
    if (last?.ordinal === marker.ordinal - 1 && index - last.index <= REACH) {
      found.add(last.paragraph);
      found.add(paragraph);
    }
    before.set(marker.family.id, { paragraph, ordinal: marker.ordinal, index });
  });
  return found;
}
