import { DATE_LINE } from '../catalogue/head-patterns.ts';
import { readDecimalOf } from './decimals.ts';
import { isGlossaryTitle } from './glossary-title.ts';
import type { Layout } from './layout.ts';
import { leadOf } from './leads.ts';
import { readMarker } from './numbering.ts';
import type { Paragraph } from './paragraph.ts';
import { readResponsibleBracket } from './responsibility-bracket.ts';

/** How deep a heading without a number and without a format's level goes: a line of words is over a lead. */
const LINE_LEVEL = 50;
export const LEAD_LEVEL = 90;
const OUTERMOST = 0;

const MAX_LINE = 40;
const MAX_STYLED = 80;
/** What is shorter is no paragraph of text. */
const MIN_TEXT = 40;
const MIN_UNDER = 20;
const ENDS = /[。：；！？…:;!?）)][”’）)]*$/u;
/** A line that ends in a mark is a sentence, or announces what follows. */
const ENDS_OPEN = /[。：；，、！？…:;,!?]$/u;
const NO_HEADING = /^(?:图|表|注|附|来源|单位|[\d\s.,:：—-]+$)|[|｜\t]|(?:摄|编辑)$/u;
/** Where long paragraphs end without a mark, a line without one tells nothing. */
const MIN_ENDED_SHARE = 0.85;
const MIN_LEADS = 3;
/** Two are enough where one follows the other. */
const LEAD_REACH = 4;
const MIN_LEAD_SHARE = 0.5;

/**
 * Headings without a number, with their level: as the format sets them, else as they stand between the paragraphs.
 * `hasHead`: the document's title stands before the paragraphs, so that the first of them may be a heading.
 */
export function unnumberedHeadings(
  paragraphs: readonly Paragraph[],
  layout: Layout,
  hasHead: boolean,
): ReadonlyMap<Paragraph, number> {
  const found = new Map<Paragraph, number>();
  for (const paragraph of paragraphs) {
    const { text, level } = paragraph;
    if (readMarker(text) === null && isGlossaryTitle(text)) found.set(paragraph, OUTERMOST);
    else if (level !== undefined && isStyledHeading(text)) found.set(paragraph, level);
  }
  if (layout.isWrapped) return found;
  for (const line of titleLines(paragraphs, hasHead))
    if (!found.has(line)) found.set(line, LINE_LEVEL);
  for (const lead of leadLines(paragraphs)) if (!found.has(lead)) found.set(lead, LEAD_LEVEL);
  return found;
}

function isStyledHeading(text: string): boolean {
  return text.length <= MAX_STYLED && !/[。；：！？]$/u.test(text) && readMarker(text) === null;
}

/** Among paragraphs that end in marks, a short line that does not, with text or a numbered heading under it. */
function titleLines(paragraphs: readonly Paragraph[], hasHead: boolean): readonly Paragraph[] {
  const long = paragraphs.filter(({ text }) => text.length >= MIN_TEXT);
  const ended = long.filter(({ text }) => ENDS.test(text));
  if (ended.length < long.length * MIN_ENDED_SHARE) return [];
  return paragraphs.filter((paragraph, index) => {
    const { text, isCell } = paragraph;
    if (isCell || text.length < 4 || text.length > MAX_LINE || ENDS_OPEN.test(text)) return false;
    if (NO_HEADING.test(text) || DATE_LINE.test(text) || readMarker(text) !== null) return false;
    if (readDecimalOf(text) !== null || readResponsibleBracket(text) !== null) return false;
    const above = paragraphs[index - 1]?.text;
    const next = paragraphs[index + 1]?.text ?? '';
    const isAfterText =
      above === undefined ? hasHead : ENDS.test(above) || readMarker(above) !== null;
    return isAfterText && (isParagraph(next) || /^(?:第?一[、章节是]|（一）|1[.．、])/u.test(next));
  });
}

function isParagraph(text: string): boolean {
  return text.length >= MIN_UNDER && /[。；：！]$/u.test(text);
}

/** 大力提振消费。on a line of its own over its text; one alone, or where most sentences stand so, is none. */
function leadLines(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const leads = paragraphs.flatMap((lead, index) => {
    const next = paragraphs[index + 1]?.text ?? '';
    const isOver = next.length > lead.text.length * 1.5 && readMarker(next) === null;
    return isOver && isLead(lead) ? [{ lead, next, index }] : [];
  });
  const ofSentences = leads.filter(({ next }) => (next.match(/[。；！]/gu)?.length ?? 0) > 1);
  const isRun = leads.some(
    ({ index }, at) => index - (leads[at - 1]?.index ?? -LEAD_REACH) < LEAD_REACH,
  );
  const isOften = leads.length >= MIN_LEADS || isRun;
  const isHabit = isOften && ofSentences.length >= leads.length * MIN_LEAD_SHARE;
  return isHabit ? leads.map(({ lead }) => lead) : [];
}

/** The words are those of a lead, with nothing after them. */
function isLead({ text, isCell }: Paragraph): boolean {
  const isOneSentence = /^[^。；！？：]+。$/u.test(text);
  return !isCell && isOneSentence && readMarker(text) === null && leadOf(`${text}…`) !== null;
}
