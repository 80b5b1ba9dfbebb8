import { governingTimes, isTime } from './governing-times.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { type Context, clauseStart, contextsIn, withoutFigures } from './quantity-context.ts';

export type Direction = 'up' | 'down';

/** How a figure is to be taken. */
export interface Manner {
  /** 年均, 累计, 同比, 新增 … */
  readonly measures: ReadonlySet<string>;
  /** By how much something grows or shrinks. */
  readonly by: ReadonlySet<Direction>;
  /** By how much, or to what. */
  readonly towards: ReadonlySet<Direction>;
}

/** A quantity with what its sentence says of it. */
export interface Reading extends Quantity {
  readonly own: Manner;
  /** Said anywhere in its sentence up to it: may hold of it as well. */
  readonly around: Manner;
  readonly isDenied: boolean;
  /** Hoped for, not promised: 力争, 预计. */
  readonly isHoped: boolean;
  /** The years its sentence gives it, as `2025` or `2021-2025`; none where it gives none. */
  readonly times: readonly string[];
  /** Said of it alone. */
  readonly near: string;
  /** What it is a figure of, as its sentence puts it. */
  readonly words: string;
  /** 由65.6%提高到75%: where a change begins. */
  readonly isFrom: boolean;
  /** Its whole sentence. */
  readonly sentence: string;
  /** In a list of figures that share their words, from 0. */
  readonly place: number;
}

const SENTENCE_END = /(?<=[。;!?\n])/u;

/** Every quantity of a compact text with what is said of it, in the order of the text. */
export function readingsIn(text: string): Reading[] {
  const readings: Reading[] = [];
  let offset = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    readings.push(...readSentence(sentence, offset));
    offset += sentence.length;
  }
  return readings;
}

function readSentence(text: string, offset: number): Reading[] {
  const quantities = quantitiesIn(text);
  const counted = quantities.filter(({ kind }) => COUNTED.has(kind));
  const contexts = contextsIn(text, counted);
  return quantities.map((quantity) => {
    const context = contexts[counted.indexOf(quantity)] ?? timeContext(text, quantity, quantities);
    const { before, manner, after, subject, place } = context;
    const upTo = text.slice(0, quantity.start);
    const isFrom = CHANGES_FROM.test(upTo) && CHANGES_TO.test(text.slice(quantity.end));
    return {
      ...quantity,
      start: offset + quantity.start,
      end: offset + quantity.end,
      own: mannerOf(manner, after),
      around: mannerOf(subject + upTo.slice(upTo.lastIndexOf('，') + 1), ''),
      isDenied: DENIAL.test(manner),
      isHoped: HOPED.test(upTo),
      times: isTime(quantity) || isFrom ? [] : governingTimes(text, quantity, quantities, place),
      near: before + after,
      words: subject + before + after,
      isFrom,
      sentence: text,
      place,
    };
  });
}

const COUNTED: ReadonlySet<Quantity['kind']> = new Set(['amount', 'ordinal', 'vague', 'blank']);

/** How far after a year what it is the year of stands. */
const NEAR_CHARS = 20;

/** What a year is the year of: the words up to the next one, without their figures. */
function timeContext(text: string, { start, end }: Quantity, all: readonly Quantity[]): Context {
  const others = all.filter(isTime);
  const next = others.find((other) => other.start >= end)?.start ?? text.length;
  const previous = others.findLast((other) => other.end <= start)?.end ?? 0;
  const clause = clauseStart(text, start);
  const before = withoutFigures(text, Math.max(previous, clause), start, all);
  const after = withoutFigures(text, end, Math.min(next, end + NEAR_CHARS), all);
  return { before, manner: before, after, subject: '', place: 0 };
}

const CHANGES_FROM = /[由从][^，\d]*$/u;
const CHANGES_TO =
  /^[^，\d]{0,4}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩小|调整)?(?:到|至|为)/u;

/** 比上年 says what 同比 says. */
const YEAR_BEFORE = /^[比较](?:上年|去年)(?:同期)?$/u;
const MEASURES =
  /年均|累计|同比|[比较](?:上年|去年)(?:同期)?|环比|人均|户均|日均|月均|(?<!\d)年人均|每年|新增|净增|合计|总计/gu;
const DIRECTION =
  /(?<up>增长|增加(?!值)|提高|提升|上升|上涨|增速|增幅|扩大|高出|涨(?!价)|(?<![提上])升(?=[至到了\d])|(?<![新净])增(?!加|值|强|至|到|量|收)|拓展(?=[到至]))|(?<down>下降|降低|减少|下滑|缩小|压缩|压减|降幅|削减|降(?!至|到|水|雨|解))/gu;
/** 增速为5% is by how much, as 增长5% is. */
const RATE = /[速幅]$/u;
/** Up or down to a value, not by one. */
const UP_TO = /^(?:了)?(?:到|至|为|成)/u;
const DENIAL = /未(?!来|成年|就业)|没有?|尚无|不再|不得(?!低|超)|严禁|禁止/u;
const HOPED = /力争|争取|预计|有望/u;

/** @param after words behind the figure, where only a noun tells the way (6%的增速) */
function mannerOf(before: string, after: string): Manner {
  const measures = new Set(
    [...`${before} ${after}`.matchAll(MEASURES)].map(([word]) => word.replace(YEAR_BEFORE, '同比')),
  );
  const ways = [...before.matchAll(DIRECTION)];
  const changes = ways.filter(({ 0: word, index }) => {
    const rest = before.slice(index + word.length);
    // 大提升等57件: one of the things counted.
    return RATE.test(word) || !(UP_TO.test(rest) || /等/u.test(rest));
  });
  const behind = /^的/u.test(after) ? [...after.matchAll(DIRECTION)] : [];
  return {
    measures,
    by: directionsOf(changes.length > 0 ? changes : behind),
    towards: directionsOf([...ways, ...behind]),
  };
}

const directionsOf = (words: readonly RegExpMatchArray[]): ReadonlySet<Direction> =>
  new Set(words.map(({ groups }) => (groups?.up === undefined ? 'down' : 'up')));
