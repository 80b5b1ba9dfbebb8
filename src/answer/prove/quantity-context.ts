import type { Quantity } from './quantity.ts';

/** The words a quantity of a sentence stands among. */
export interface Context {
  /** Said before it: since the quantity before in the same clause; of a list (5%、6%) before its first. */
  readonly before: string;
  /** The same, whatever of it was shared out among a list of things. */
  readonly manner: string;
  /** Said after it: what it counts. */
  readonly after: string;
  /** Where `before` does not tell what the figure is of: the clause that does, or its share of a list of things. */
  readonly subject: string;
  /** Place in a list of figures that share their words, from 0. */
  readonly place: number;
}

const CLAUSE_END = /[，:()。;!?|<>=]/u;
/** Each figure of a list belongs to one thing of another list. */
const SHARED_OUT = /分别|依次|各自/u;
const JOIN = /[、和与及]/u;
const ONLY_JOINS = /^[、和与及以]*$/u;
/** Words that say nothing of what a figure is of. */
const GLUE =
  /第?十[一二三四五六]个?五(?:时期|期间)?|力争|预计|目标|没有给出数值|一[栏格]|分别|依次|其中|同比|环比|年均|增长|增加|提高|提升|下降|降低|减少|增速|截至|实现|完成|保持|稳定|控制|达到?|[□\d.、到至为是在年底末的约将较比上了]/gu;

const isTelling = (words: string): boolean => words.replace(GLUE, '') !== '';

/** Context of each of the quantities of a sentence, in their order. */
export function contextsIn(sentence: string, quantities: readonly Quantity[]): Context[] {
  const contexts: Context[] = [];
  for (const [at, { start, end }] of quantities.entries()) {
    const from = clauseStart(sentence, start);
    const to = clauseEnd(sentence, end);
    const previousEnd = Math.max(from, quantities[at - 1]?.end ?? 0);
    const gap = sentence.slice(previousEnd, start);
    const rest = sentence.slice(end, Math.min(to, quantities[at + 1]?.start ?? to));
    const after = rest.length < to - end ? upToJoin(rest) : rest;
    const last = previousEnd > from ? contexts.at(-1) : undefined;
    if (last && ONLY_JOINS.test(gap)) {
      contexts.push({ ...last, after, place: last.place + 1 });
      continue;
    }
    const isShared = SHARED_OUT.test(gap);
    const before = last && !isShared ? gap.slice(gap.search(JOIN) + 1) : gap;
    const shared = last && !isShared ? last.subject + last.before : '';
    const subject = isTelling(before)
      ? ''
      : isTelling(shared)
        ? shared
        : tellingClause(sentence, quantities, from);
    contexts.push({ before, manner: before, after, subject, place: 0 });
  }
  return distribute(contexts);
}

/** Where the clause begins that runs up to `before`; what stands in brackets on the way belongs to it. */
export function clauseStart(sentence: string, before: number): number {
  let at = before;
  while (at > 0 && !CLAUSE_END.test(sentence.charAt(at - 1))) {
    at -= 1;
    const opening = sentence.charAt(at - 1) === ')' ? sentence.lastIndexOf('(', at - 1) : -1;
    if (opening >= 0) at = opening;
  }
  return at;
}

function clauseEnd(sentence: string, from: number): number {
  let at = from;
  while (at < sentence.length && !CLAUSE_END.test(sentence.charAt(at))) at += 1;
  return at;
}

const upToJoin = (words: string): string => words.split(JOIN, 1)[0] ?? '';

/** The nearest clause before `end` that tells what is spoken of, without its figures. */
function tellingClause(sentence: string, quantities: readonly Quantity[], end: number): string {
  let to = end;
  while (to > 0) {
    const from = clauseStart(sentence, to - 1);
    const words = withoutFigures(sentence, from, to, quantities);
    if (isTelling(words.replace(CLAUSE_END, ''))) return words;
    to = from;
  }
  return '';
}

/** A stretch of a sentence without the figures that begin in it. */
export function withoutFigures(
  sentence: string,
  from: number,
  to: number,
  quantities: readonly Quantity[],
): string {
  let words = '';
  let at = from;
  for (const { start, end } of quantities.filter((one) => one.start >= from && one.start < to)) {
    words += sentence.slice(at, start);
    at = end;
  }
  return words + sentence.slice(at, Math.max(at, to));
}

/** Gives each figure of a list (A、B分别增长5%、6%) its own thing, where there are as many of both. */
function distribute(contexts: readonly Context[]): Context[] {
  return contexts.map((context, at) => {
    const first = at - context.place;
    const after = contexts.findIndex(({ place }, other) => other > at && place === 0);
    const count = (after < 0 ? contexts.length : after) - first;
    const [shared = '', verb] = `${context.subject}${context.before}`.split(SHARED_OUT, 2);
    if (count > 1 && verb === undefined) return sharedSilently(context, count);
    const things = count > 1 ? thingsIn(shared, count) : [];
    const thing = things[context.place];
    return thing === undefined ? context : { ...context, subject: thing, before: verb ?? '' };
  });
}

/** 省级、市级“无废细胞”70个、182个: as many things as figures, one behind the other as they are. */
function sharedSilently(context: Context, count: number): Context {
  const things = context.before.split('、');
  const thing =
    things.length === count ? thingsIn(context.before, count)[context.place] : undefined;
  return thing === undefined ? context : { ...context, before: thing };
}

/**
 * As many things as there are figures: cut at 、 and, if those are too few, at 和 as well. What the first begins with
 * and the last ends with belongs to each (金融机构存、贷款余额), so that only what is between them tells them apart.
 */
function thingsIn(words: string, count: number): string[] {
  if (count === 2 && /城乡(?=居民)/u.test(words) && !JOIN.test(words))
    return ['城镇', '农村'].map((side) => words.replace('城乡', side));
  const cuts = [words.split('、'), words.split(/、|[和与及](?=[^、和与及]*$)/u), words.split(JOIN)];
  const things = cuts.find(({ length }) => length === count) ?? [];
  const head = things[0]?.slice(0, -1) ?? '';
  const tail = things.at(-1)?.slice(1) ?? '';
  return things.map((thing) => head + thing + tail);
}
