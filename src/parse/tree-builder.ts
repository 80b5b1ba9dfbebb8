import type { Block, Section, Table } from '../model.ts';
import { splitClauses } from './clauses.ts';
import { isNumberedSo, placeDecimal, readDecimalOf } from './decimals.ts';
import {
  childBlocks,
  childSections,
  type Draft,
  finishChildren,
  isRunIn,
  rootDraft,
} from './draft.ts';
import { collapse, type HeadingCandidate, readHeading, readLongHeading } from './heading.ts';
import type { Layout } from './layout.ts';
import { leadOf } from './leads.ts';
import type { OutlineTraits } from './outline-traits.ts';
import { belongsToPanel } from './panels.ts';
import type { Paragraph } from './paragraph.ts';
import { NumberingMemory, placeHeading, placeUnnumbered } from './placement.ts';
import { textBlock } from './text-block.ts';
import { LEAD_LEVEL } from './unnumbered.ts';

const CAPTION = /^(?:图|表)\s*\d+\s*[：:\s][^。]{2,60}$/;
/** After the last numbered paragraph it speaks of all of them. */
const SUMMARY = /^(?:总体来看|总体来说|总体而言|总体上看|总的来看|总的看|总的来说|综合来看|综上)/;

/** 各位代表！opens what is said of the whole part. */
const ADDRESS = /^各位(?:代表|委员)[，！：]/;

/** Puts paragraphs and tables, in order, under the headings they follow. */
export class TreeBuilder {
  readonly #layout: Layout;
  readonly #traits: OutlineTraits;
  readonly #root = rootDraft();
  readonly #memory = new NumberingMemory();
  #open: Draft[] = [];
  #preface: string | null = null;

  constructor(layout: Layout, traits: OutlineTraits) {
    this.#layout = layout;
    this.#traits = traits;
  }

  /** 前言 has no number: until the first heading it leads every paragraph. */
  beginPreface(heading: Paragraph): void {
    this.#preface = heading.text.replace(/\s+/g, '');
    this.#root.children.push(textBlock(heading, 'front'));
  }

  addParagraph(paragraph: Paragraph): void {
    this.#leaveFrame(paragraph);
    if (this.#addUnnumbered(paragraph) || this.#addDecimal(paragraph)) return;
    const heading = this.#headingOf(paragraph);
    const depth = heading && placeHeading(heading, this.#open, this.#memory);
    if (heading === null || depth === null) {
      this.#addText(paragraph);
      return;
    }
    this.#open.length = depth;
    this.#openSection(heading, paragraph);
    if (heading.isRunIn) this.#addBlocks(paragraph, null);
  }

  /** A footnote is no heading. */
  addNote(note: Paragraph): void {
    this.#top.children.push(textBlock(note, 'note'));
  }

  addTable(table: Table): void {
    this.#leaveRunInSections();
    this.#top.children.push(table);
  }

  addBlock(block: Block): void {
    this.#root.children.push(block);
  }

  finish(): readonly (Section | Block)[] {
    return finishChildren(this.#root);
  }

  /** A paragraph without a short title is a heading where it is one of a series. */
  #headingOf(paragraph: Paragraph): HeadingCandidate | null {
    if (this.#traits.references.has(paragraph)) return null;
    const isInSeries = this.#traits.inSeries.has(paragraph);
    const heading =
      readHeading(paragraph.text) ?? (isInSeries ? readLongHeading(paragraph.text) : null);
    return heading && { ...heading, isInSeries };
  }

  #addUnnumbered(paragraph: Paragraph): boolean {
    const level = this.#traits.unnumbered.get(paragraph);
    if (level === undefined || this.#open.some(({ isCell }) => isCell)) return false;
    this.#open.length = placeUnnumbered(level, this.#open, this.#traits.markersAfter(paragraph));
    this.#push({
      family: 'heading',
      ordinal: null,
      kind: 'heading',
      number: null,
      title: collapse(paragraph.text.replace(/[。：:]$/u, '')),
      headingLines: paragraph.lines,
      page: paragraph.page,
      style: 'line',
      level,
      isCell: false,
    });
    return true;
  }

  #addDecimal(paragraph: Paragraph): boolean {
    const { decimalParts } = this.#traits;
    const decimal = decimalParts.size > 0 ? readDecimalOf(paragraph.text) : null;
    // 4. of a list is no chapter over 4.1.
    if (decimal !== null && !isNumberedSo(decimal, decimalParts)) return false;
    const depth = decimal && placeDecimal(decimal.path, this.#open);
    if (decimal === null || depth === null) return false;
    this.#open.length = depth;
    this.#openSection(decimal.heading, paragraph, decimal.path);
    if (decimal.heading.isRunIn) this.#addBlocks(paragraph, null);
    return true;
  }

  #push(draft: Omit<Draft, 'type' | 'children'>): void {
    const opened: Draft = { type: 'draft', ...draft, children: [] };
    this.#preface = null;
    this.#top.children.push(opened);
    this.#open.push(opened);
  }

  get #top(): Draft {
    return this.#open.at(-1) ?? this.#root;
  }

  #openSection(
    heading: HeadingCandidate,
    paragraph: Paragraph,
    path: readonly number[] | null = null,
  ): void {
    const { marker, title, style } = heading;
    const { lines, page, level } = paragraph;
    this.#memory.record(marker, this.#open);
    this.#push({
      family: marker.family.id,
      ordinal: marker.ordinal,
      kind: marker.family.kind,
      number: marker.number,
      title,
      headingLines: heading.isRunIn ? [lines[0], lastHeadingLine(heading, paragraph)] : lines,
      page,
      style,
      ...(path !== null && { path }),
      ...(level !== undefined && { level }),
      isCell: paragraph.isCell,
    });
  }

  #addText(paragraph: Paragraph): void {
    this.#leavePanel(paragraph);
    if (ADDRESS.test(paragraph.text)) this.#open.length = Math.min(this.#open.length, 1);
    else if (SUMMARY.test(paragraph.text)) this.#leaveRunInSections();
    else if (!this.#layout.isWrapped) this.#leaveFinishedRun();
    if (CAPTION.test(paragraph.text)) {
      this.#top.children.push(textBlock(paragraph, 'caption'));
      return;
    }
    const lead = this.#preface ?? leadOf(paragraph.text);
    this.#addBlocks(paragraph, lead);
  }

  #addBlocks(paragraph: Paragraph, lead: string | null): void {
    const split = splitClauses(paragraph);
    if (split === null) {
      this.#top.children.push(textBlock(paragraph, 'paragraph', lead));
      return;
    }
    if (split.before !== null) {
      this.#top.children.push(textBlock(split.before, 'paragraph', lead));
    }
    for (const clause of split.clauses) {
      const heading = readHeading(clause.text);
      if (heading === null) continue;
      this.#openSection(heading, clause);
      this.#top.children.push(textBlock(clause, 'paragraph'));
      this.#open.pop();
    }
  }

  #leavePanel(paragraph: Paragraph): void {
    const at = this.#open.findLastIndex((draft) => draft.family === 'panel');
    const panel = this.#open[at];
    if (panel !== undefined && !belongsToPanel(paragraph, panel, this.#layout)) {
      this.#open.length = at;
    }
  }

  /** Nothing outside the bars, not even a numbered line, is in a panel printed between bars. */
  #leaveFrame(paragraph: Paragraph): void {
    const at = this.#open.findIndex((draft) => draft.family === 'panel' && draft.isCell);
    if (at >= 0 && !paragraph.isCell) this.#open.length = at;
  }

  #leaveRunInSections(): void {
    while (isRunIn(this.#top)) this.#open.pop();
  }

  /** Where each numbered paragraph was its section's only one, a paragraph after the last belongs to all. */
  #leaveFinishedRun(): void {
    while (isRunIn(this.#top) || isLeadHeading(this.#top)) {
      // An article goes on in paragraphs of its own.
      if (this.#top.family === 'article') return;
      const parent = this.#open.at(-2) ?? this.#root;
      const siblings = childSections(parent).filter(({ family }) => family === this.#top.family);
      const earlier = siblings.slice(0, -1);
      const isRun = earlier.length >= 2 && earlier.every((one) => childBlocks(one).length <= 1);
      if (!isRun) return;
      this.#open.pop();
    }
  }
}

/** A lead on a line of its own stands over one paragraph. */
function isLeadHeading({ family, level = 0 }: Draft): boolean {
  return family === 'heading' && level >= LEAD_LEVEL;
}

function lastHeadingLine(heading: HeadingCandidate, paragraph: Paragraph): number {
  const end = paragraph.text.indexOf(heading.marker.rest) + heading.title.length;
  return paragraph.wraps.findLast((wrap) => wrap.offset < end)?.line ?? paragraph.lines[0];
}
