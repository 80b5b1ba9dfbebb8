import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Passage } from '../model.ts';
import { better, lateShare } from '../retrieve/late/late-share.ts';
import { conceptIn } from '../retrieve/matching.ts';
import { clausesOf } from '../retrieve/sentences.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import { meaningOf } from './meaning.ts';

/** Words of a passage, verbatim from its `quotable`. */
export interface Stretch {
  readonly passage: Passage;
  readonly text: string;
}

/** What is asked, and of which index. */
export interface Asking {
  readonly query: Query;
  readonly index: PlanIndex;
}

/** Longest piece of one sentence worth reading out for a single fact, in characters without white space. */
export const MAX_FACT_CHARS = 100;
/** A sentence as short as this is read out whole. */
const MAX_UNCUT_CHARS = 80;
/** The same where more than a fact may be wanted. */
export const MAX_WHOLE_CHARS = 260;
/** A clause more must cover this much more of the question to be worth reading. */
const MIN_GAIN = 0.04;
/** What is asked in its own or official words, against what only means it. */
const WORDED_SHARE = 0.5;

export const lengthOf = (text: string): number => text.replace(/\s+/gu, '').length;

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

/** Run of clauses that says most of what is asked in the fewest words. */
export function windowOf(
  { query, index }: Asking,
  { text: sentence }: Stretch,
  maxChars: number,
): string {
  if (lengthOf(sentence) <= (maxChars > MAX_FACT_CHARS ? maxChars : MAX_UNCUT_CHARS))
    return sentence;
  const { asked, found } = meaningOf(query, index);
  const worded = wordedIn(query);
  const clauses = clausesOf(sentence).map(([start, end]) => {
    const text = sentence.slice(start, end);
    return { start, end, text, found: found(text), worded: worded(text), length: lengthOf(text) };
  });
  let best = { text: sentence, value: Number.NEGATIVE_INFINITY };
  for (const [from, first] of clauses.entries()) {
    let near = first.found;
    let said = first.worded;
    let length = 0;
    for (const last of clauses.slice(from)) {
      length += last.length;
      if (length > maxChars && last !== first) break;
      near = better(near, last.found);
      said = better(said, last.worded);
      const text = sentence.slice(first.start, last.end);
      if (/[:：]\s*$/u.test(text) || TIME_CLAUSE.test(text) || LEADS_ON.test(last.text)) continue;
      const value =
        lateShare(asked, near) +
        WORDED_SHARE * said.reduce((sum, share) => sum + share, 0) +
        signsIn(query, text) -
        (isHeadless(text, from) ? WITHOUT_HEAD : 0) -
        MIN_GAIN * (length / 20);
      if (value > best.value) best = { text, value };
    }
  }
  return withTime(sentence, best.text);
}

/** Of each known concept how much of the question a clause says in the concept's own or official words; 0–1 together. */
function wordedIn({ concepts }: Query): (clause: string) => Float32Array {
  const known = concepts.filter(({ unknown }) => !unknown);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  return (clause) => {
    const flat = flatten(clause);
    return Float32Array.from(
      known,
      (concept) => (concept.weight * conceptIn(concept, flat)) / Math.max(total, Number.EPSILON),
    );
  };
}

/** Worth less than what says of what it speaks, and more than what leaves the figure out. */
const WITHOUT_HEAD = 0.2;

/** Says only what became of something (增长5.5%, 达到74万人): of what stands in the clause before. */
export const isHeadless = (text: string, place: number): boolean =>
  place > 0 && HEADLESS.test(text);

const HEADLESS =
  /^\s*(?:[^\p{Script=Han}\d]*)(?:同比|环比|比上年|较上年|年均|累计)?(?:增长|下降|降低|提高|增加|减少|达到?|突破|超过?|占|居|位居|排名|其中|并且?|且|约|约为|为|较|比)/u;

/** What is asked for beside words: a figure of the kind, the year. */
function signsIn(query: Query, text: string): number {
  const flat = flatten(text);
  const unit = query.unit?.figure.test(flat) ? 0.3 : 0;
  const years = query.time.years.some((year) => flat.includes(String(year))) ? 0.1 : 0;
  return unit + years;
}

const TIME_CLAUSE =
  /(?:到|至|截至|力争到?|预计到?|在|自)?\s*(?:[“"]?十[一二三四五六]五[”"]?\s*(?:末|期间|时期|以来)?|(?:19|20)\d{2}\s*年[末底前初]?)\s*[,，]$/u;

/** 对…线索，要立即检查: what is said of it comes after. */
const LEADS_ON = /^\s*(?:对于?|凡是?|按照?|根据|依据|针对|关于|围绕|为了?).*[，,]\s*$/u;

/** A figure is read with its date: the short clause that gives it goes before the part that was picked. */
function withTime(sentence: string, part: string): string {
  const at = sentence.indexOf(part);
  const time = TIME_CLAUSE.exec(sentence.slice(0, at))?.[0];
  return time ? sentence.slice(at - time.length, at + part.length) : part;
}

/** The clauses of a text from its start that fit, whole sentences before parts of one. */
export function openingOf(text: string, maxChars: number): string {
  if (lengthOf(text) <= maxChars) return text;
  const ends = clausesOf(text)
    .map(([, end]) => end)
    .filter((end) => lengthOf(text.slice(0, end)) <= maxChars);
  const stops = ends.filter((end) => /[。；;！？\n]\s*$/u.test(text.slice(0, end)));
  const first = clausesOf(text)[0]?.[1] ?? text.length;
  return text.slice(0, stops.at(-1) ?? ends.at(-1) ?? first);
}
