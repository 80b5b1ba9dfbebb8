import { yearsInDigits } from '../language/written-years.ts';
import type { DocumentInfo, Passage } from '../model.ts';
import { flatten, quotedIn } from '../understand/question-text.ts';
import { type YearsSaid, yearsIn } from '../understand/years.ts';

/** A stretch of a passage's quotable text, cut where the document cuts. */
export interface Sentence {
  readonly passage: Passage;
  /** Verbatim from `quotable`, final punctuation included. */
  readonly text: string;
  readonly flat: string;
  /** Words it puts in quotation marks, flattened. */
  readonly quoted: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The time it speaks of: its own words, else those before it, its headings', the document's. */
  readonly time: YearsSaid;
  /** No text near it says the time: it may be the year a plan starts from or the one it aims at. */
  readonly assumed: boolean;
}

const SENTENCE_END = /[。；;！？!?\n]/u;
const CLAUSE_END = /[，,：:。；;！？!?\n]/u;
const OPENING = '“‘「『（(《〔[';
const CLOSING = '”’」』）)》〕]';

/** Cuts after each mark that `isEnd` accepts outside quotation marks and brackets. */
function cut(text: string, isEnd: RegExp, insideToo: boolean): [number, number][] {
  const pieces: [number, number][] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (
      isEnd.test(character) &&
      (depth === 0 || insideToo || character === '\n') &&
      !isDecimal(text, at)
    ) {
      pieces.push([start, at + 1]);
      start = at + 1;
    }
  }
  if (start < text.length) pieces.push([start, text.length]);
  return pieces;
}

const isDecimal = (text: string, at: number): boolean =>
  /[,，:：]/u.test(text.charAt(at)) &&
  /\d/u.test(text.charAt(at - 1)) &&
  /\d/u.test(text.charAt(at + 1));

const isSilent = (said: YearsSaid): boolean => said.years.length === 0 && said.periods.length === 0;

/**
 * The time a passage speaks of where its sentences do not say: its headings', or the state a plan starts from
 * and the one it aims at.
 */
function defaultTime(
  passage: Passage,
  document: DocumentInfo | undefined,
): { time: YearsSaid; assumed: boolean } {
  const headings = yearsIn(yearsInDigits(flatten(passage.headingPath.join(' '))));
  if (!isSilent(headings)) return { time: headings, assumed: false };
  const period = document?.period;
  if (!period) return { time: NO_TIME, assumed: true };
  if (period[0] === period[1]) return { time: { ...NO_TIME, years: [period[0]] }, assumed: false };
  const heading = passage.headingPath.join(' ');
  if (LOOKS_BACK.test(heading))
    return { time: { ...NO_TIME, years: [period[0] - 1] }, assumed: true };
  if (LOOKS_AHEAD.test(heading)) return { time: { ...NO_TIME, years: [period[1]] }, assumed: true };
  return { time: { ...NO_TIME, years: [period[0] - 1, period[1]] }, assumed: true };
}

/** A time only compared with (比“十二五”末增长, 较2020年) is not the time spoken of. */
const REFERENCE =
  /(?:比|较|是|由|从|对比|相比)(?:十[一二三四五]五(?:末|初|时期|期间)?|(?:19|20)\d{2}年)|(?:19|20)\d{2}年(?:以|之)?前(?=建)/gu;

const PLAN_YEARS = 5;
const COMPARED_PERIOD = /(?:比|较|是)(十[一二三四五]五末)/u;

/** A state compared with the end of a period (比“十二五”末增长38.2%) is the one at the end of the next. */
function comparedPeriodEnd(flat: string): number | undefined {
  const period = COMPARED_PERIOD.exec(flat)?.[1];
  return period === undefined ? undefined : yearsIn(period).years[0];
}

/** Headings under which a plan tells what was reached before it, and what it aims at. */
const LOOKS_BACK = /发展成就|取得.{0,6}成就|发展回顾|执行情况|发展基础/u;
const LOOKS_AHEAD = /发展目标|主要目标|预期目标/u;

const NO_TIME: YearsSaid = { years: [], periods: [], now: false };

const memo = new WeakMap<Passage, readonly Sentence[]>();

/** Cut once for as long as the passage is in memory. */
export function sentencesOf(
  passage: Passage,
  document: DocumentInfo | undefined,
): readonly Sentence[] {
  const known = memo.get(passage) ?? cutSentences(passage, document);
  memo.set(passage, known);
  return known;
}

function cutSentences(passage: Passage, document: DocumentInfo | undefined): readonly Sentence[] {
  const text = passage.quotable;
  if (passage.kind === 'row') {
    const time = yearsIn(flatten(passage.text));
    return [sentence(passage, text, 0, text.length, time, false)];
  }
  const given = defaultTime(passage, document);
  let { time: carried, assumed } = given;
  return cut(text, SENTENCE_END, false)
    .filter(([start, end]) => text.slice(start, end).trim() !== '')
    .map(([start, end]) => {
      const flat = yearsInDigits(flatten(text.slice(start, end)));
      const own = yearsIn(flat.replace(REFERENCE, ''));
      if (!isSilent(own)) {
        // A heading that gives the year (2024年…执行情况) still holds where a sentence only names a period.
        carried =
          own.years.length === 0 && !given.assumed ? { ...own, years: given.time.years } : own;
        assumed = false;
      }
      const before = comparedPeriodEnd(flat);
      if (assumed && isSilent(own) && before !== undefined) {
        carried = { ...NO_TIME, years: [before + PLAN_YEARS] };
        assumed = false;
      }
      const compared = yearsIn(flat).years;
      const time = { ...carried, years: [...new Set([...carried.years, ...compared])] };
      return sentence(passage, text, start, end, time, assumed);
    });
}

function sentence(
  passage: Passage,
  text: string,
  start: number,
  end: number,
  time: YearsSaid,
  assumed: boolean,
): Sentence {
  const slice = text.slice(start, end);
  return {
    passage,
    text: slice,
    flat: yearsInDigits(flatten(passage.kind === 'row' ? passage.text : slice)),
    quoted: quotedIn(slice),
    start,
    end,
    time,
    assumed,
  };
}

/** Clauses of a sentence as [start, end) in the sentence's own text. */
export const clausesOf = (text: string): readonly (readonly [number, number])[] =>
  cut(text, CLAUSE_END, true);
