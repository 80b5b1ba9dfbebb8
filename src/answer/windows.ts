import type { Passage } from '../model.ts';
import { coverageOf, headingsOf } from '../retrieve/matching.ts';
import { clausesOf, type Sentence } from '../retrieve/sentences.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';

/** Longest piece of one sentence worth reading out, in characters without white space. */
export const MAX_FACT_CHARS = 110;
/** The same where the question wants something whole: a list, a definition, an overview. */
const MAX_WHOLE_CHARS = 260;
/** A clause more must cover this much more of the question to be worth reading. */
const MIN_GAIN = 0.04;

const lengthOf = (text: string): number => text.replace(/\s+/gu, '').length;

/** Unwrapped for reading: no line ends, and no space the wrapping left between Chinese characters. */
export const readable = (text: string): string =>
  text
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}\p{P}])/gu, '')
    .trim();

/** A quotation as a sentence of an answer: unwrapped, and ended where it was cut. */
export function asSentence(quote: string): string {
  const text = readable(quote)
    .replace(/^[—–-]+/u, '')
    .replace(/[，,、；;：:]+$/u, '');
  return /[。！？!?”’）)》]$/u.test(text) ? text : `${text}。`;
}

interface Window {
  readonly text: string;
  readonly value: number;
}

/** Run of clauses of a sentence that says most of what is asked in the fewest words. */
export function windowOf(query: Query, sentence: Sentence, maxChars = windowChars(query)): string {
  if (lengthOf(sentence.text) <= maxChars) return sentence.text;
  const clauses = clausesOf(sentence.text);
  const headings = headingsOf(sentence);
  let best: Window = { text: sentence.text, value: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < clauses.length; from += 1) {
    for (let to = from; to < clauses.length; to += 1) {
      const text = sentence.text.slice(clauses[from]?.[0], clauses[to]?.[1]);
      if (lengthOf(text) > maxChars && to > from) break;
      if (/[:：]\s*$/u.test(text) || TIME_CLAUSE.test(text)) continue;
      const value = worthOf(query, text, headings) - MIN_GAIN * (lengthOf(text) / 20);
      if (value > best.value) best = { text, value };
    }
  }
  return withTime(sentence.text, best.text);
}

const TIME_CLAUSE =
  /(?:到|至|截至|力争到?|预计到?|在|自)?\s*(?:[“"]?十[一二三四五六]五[”"]?\s*(?:末|期间|时期|以来)?|(?:19|20)\d{2}\s*年[末底前初]?)\s*[,，]$/u;

/** A figure is read with its date: the short clause that gives it goes before the part that was picked. */
function withTime(sentence: string, part: string): string {
  const at = sentence.indexOf(part);
  const time = TIME_CLAUSE.exec(sentence.slice(0, at))?.[0];
  return time ? sentence.slice(at - time.length, at + part.length) : part;
}

/** Whether the question wants something whole rather than one fact. */
export const wantsWhole = ({ wants, unit }: Query): boolean =>
  unit === undefined && (wants.has('list') || wants.has('define') || wants.has('overview'));

const windowChars = (query: Query): number =>
  wantsWhole(query) ? MAX_WHOLE_CHARS : MAX_FACT_CHARS;

function worthOf(query: Query, text: string, headings: string): number {
  const flat = flatten(text);
  const unit = query.unit?.figure.test(flat) ? 0.3 : 0;
  const years = query.time.years.some((year) => flat.includes(String(year))) ? 0.1 : 0;
  return coverageOf(query, flat, headings).share + unit + years;
}

/** What belongs together after `quote` in its passage: the parts that ； joins, up to the full stop. */
export function throughFullStop(passage: Passage, quote: string, maxChars: number): string {
  const start = passage.quotable.indexOf(quote);
  const rest = passage.quotable.slice(start);
  const stop = rest.search(/[。\n]/u);
  const whole = stop >= 0 ? rest.slice(0, stop + 1) : rest;
  if (start < 0 || whole.length <= quote.length) return quote;
  const fitting = clausesOf(whole).filter(([, end]) => lengthOf(whole.slice(0, end)) <= maxChars);
  return whole.slice(0, Math.max(quote.length, fitting.at(-1)?.[1] ?? 0));
}

/** The whole sentence a stretch lies in, from one full stop to the next. */
export function betweenFullStops({ quotable }: Passage, start: number, end: number): string {
  const from =
    Math.max(quotable.lastIndexOf('。', start - 1), quotable.lastIndexOf('\n', start - 1)) + 1;
  const stop = quotable.slice(end - 1).search(/[。\n]/u);
  return quotable.slice(from, stop < 0 ? quotable.length : end + stop);
}
