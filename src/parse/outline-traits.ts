import { DATE_LINE } from '../catalogue/head-patterns.ts';
import { decimalParts } from './decimals.ts';
import type { Layout } from './layout.ts';
import { type Marker, readMarker } from './numbering.ts';
import type { Paragraph } from './paragraph.ts';
import { numberedInSeries } from './series.ts';
import { unnumberedHeadings } from './unnumbered.ts';

/** What the paragraphs of a document show of its outline when they are looked at together. */
export interface OutlineTraits {
  /** First numbers of a decimal numbering; empty where there is none. */
  readonly decimalParts: ReadonlySet<number>;
  readonly inSeries: ReadonlySet<Paragraph>;
  /** Headings without a number, with their level from 0, the outermost. */
  readonly unnumbered: ReadonlyMap<Paragraph, number>;
  /** 附件：1.… over a signature names what is attached and is no heading. */
  readonly references: ReadonlySet<Paragraph>;
  /** The numbers that paragraphs after this one begin with, in order, up to an annex. */
  markersAfter(paragraph: Paragraph): readonly Marker[];
}

/** How many paragraphs are looked at to see whether a numbering goes on. */
const LOOK_AHEAD = 400;
/** How near a signature follows the list of what is attached. */
const TO_SIGNATURE = 12;
const ANNEX_LIST = /^附\s*件\s*\d*\s*[：:]/u;

export function learnOutline(
  paragraphs: readonly Paragraph[],
  layout: Layout,
  hasHead: boolean,
): OutlineTraits {
  const markers = paragraphs.map(({ text }) => readMarker(text));
  const places = new Map(paragraphs.map((paragraph, index) => [paragraph, index]));
  return {
    decimalParts: decimalParts(paragraphs.map(({ text }) => text)),
    inSeries: numberedInSeries(paragraphs),
    unnumbered: unnumberedHeadings(paragraphs, layout, hasHead),
    references: annexReferences(paragraphs),
    markersAfter(paragraph) {
      const from = (places.get(paragraph) ?? 0) + 1;
      const rest = markers.slice(from, from + LOOK_AHEAD);
      const annex = rest.findIndex((marker) => marker?.family.id === 'annex');
      return (annex < 0 ? rest : rest.slice(0, annex)).filter((marker) => marker !== null);
    },
  };
}

/** A later annex with the same number, or an earlier one. */
function comesAgain(listed: string, later: string): boolean {
  const [first, second] = [readMarker(listed), readMarker(later)];
  if (second?.family.id !== 'annex') return false;
  return first?.ordinal == null || second.ordinal === null || second.ordinal <= first.ordinal;
}

function annexReferences(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const references = paragraphs.filter((paragraph, index) => {
    if (!ANNEX_LIST.test(paragraph.text)) return false;
    const after = paragraphs.slice(index + 1);
    return (
      after.slice(0, TO_SIGNATURE).some(({ text }) => DATE_LINE.test(text)) ||
      after.some(({ text }) => comesAgain(paragraph.text, text))
    );
  });
  return new Set(references);
}
