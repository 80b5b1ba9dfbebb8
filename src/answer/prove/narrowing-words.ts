import type { Aligned } from './alignment.ts';
import type { ClaimClause, SaidWord } from './claim-clauses.ts';
import type { Place, WordMeaning } from './word-meaning.ts';

/** Words that make of a thing less than its name says: left out, a part is given to the whole. */
const NARROWING =
  /重点(?=\p{Script=Han})|规模以上|规上|限额以上|限上|国家级|省级|市级|区级|县级|镇级|村级|市属|省属|本级|城镇|农村|乡村|民间|民营|小微|中小|大中型|高层次|高技能|高等|中等|普惠性?|公办|(?<!为)民办|公立|常住|户籍|人均|户均|每万|每千|低收入|困难|贫困|失业|退役|残疾|丘陵|山区|试点|老旧|主要|一般|大宗|本外币|人民币|单户|政府性|粮食|省重点|区重点|市重点|在职|危险|同城|境外|省内|非义务|水泥|高速|基本养老|八类|工业|农业|行政|职业|中央|商业|二级|一级|三级|五星级|四星级/gu;
/** Whether a word makes of a thing less than its name says. */
export const isNarrowing = (word: string): boolean => word.search(NARROWING) >= 0;

/** Words that plans also adorn with: what is counted must keep them, nothing else. */
const ALSO_ADORNING = /骨干|规模化|专项/gu;
const REACH = 5;
const WINDOW = 8;

/** A word that narrows what a claim takes of a clause, and that the claim does not say of it; undefined where none is. */
export function scopeLeftOut(
  aligned: Aligned,
  clause: ClaimClause,
  meaning: WordMeaning,
): string | undefined {
  return leftOfThings(aligned, clause, meaning) ?? leftOfFigures(aligned, clause, meaning);
}

const isSaidIn = (word: string, text: string, meaning: WordMeaning): boolean =>
  meaning.worded(word, { text, words: [], starts: [] }) !== undefined;

function leftOfThings(
  { source, places }: Aligned,
  clause: ClaimClause,
  meaning: WordMeaning,
): string | undefined {
  const { text, offset } = source;
  return [...text.matchAll(NARROWING)].find(({ 0: word, index }) => {
    // One of a list that shares what follows: 工伤和失业保险.
    if (/(?:^|[、，和与及])[^、，和与及]{1,4}[和与及]$/u.test(text.slice(0, index))) return false;
    if (/[向到往从在]$/u.test(text.slice(0, index))) return false;
    const from = index + word.length;
    const reach = text.slice(from, from + REACH).search(/[、，;。()和与及等的\d]/u);
    const to = reach < 0 ? from + REACH : from + reach;
    const next = nextTaken(places, from + offset, to + offset);
    if (!next) return false;
    if (isFreeOf(text, next.word, word)) return false;
    const around = clause.text.slice(
      Math.max(0, next.start - WINDOW),
      next.start + next.word.length,
    );
    return !isSaidIn(word, clause.claim.slice(0, clause.before.length) + around, meaning);
  })?.[0];
}

/** Whether a word also stands where nothing narrows it, so that it may be that one. */
const isFreeOf = (text: string, word: string, narrowing: string): boolean =>
  text
    .split(word)
    .slice(0, -1)
    .some((before) => !before.slice(-narrowing.length - 2).includes(narrowing));

/** The first word taken of a stretch of a scope. */
function nextTaken(
  places: ReadonlyMap<SaidWord, Place>,
  from: number,
  to: number,
): SaidWord | undefined {
  return [...places]
    .filter(([, [start]]) => start >= from && start < to)
    .sort(([, [a]], [, [b]]) => a - b)[0]?.[0];
}

const ENDS = /[，;。:、和与及]/u;

function leftOfFigures(
  { source, figures }: Aligned,
  { text, figures: said, said: all, claim }: ClaimClause,
  meaning: WordMeaning,
): string | undefined {
  for (const [figure, own] of figures) {
    if (/分别|依次/u.test(source.text.slice(0, own.start))) continue;
    const before = source.quantities.findLast(({ end }) => end <= own.start)?.end ?? 0;
    const stretch = around(source.text, before, own.start, own.end);
    const last = said.findLast(({ end }) => end <= figure.start)?.end ?? 0;
    const next = said.find(({ start }) => start >= figure.end)?.start ?? text.length;
    const claimed = text.slice(last, next);
    const words = [...stretch.matchAll(NARROWING), ...stretch.matchAll(ALSO_ADORNING)];
    // A clause that names nothing (原则上不超过1.5%) is of what was named before.
    const isElliptic = all.every(({ start }) => start < last || start >= next);
    const known = isElliptic ? claim : text.slice(0, last);
    const left = words.find(
      ([word]) => !isSaidIn(word, claimed, meaning) && !isSaidIn(word, known, meaning),
    );
    if (left) return left[0];
  }
  return undefined;
}

/** What stands by a figure on either side, up to where another thing begins. */
function around(text: string, from: number, start: number, end: number): string {
  const head = text.slice(from, start);
  const cut = Math.max(
    ...[...head].map((letter, at) => (/[，;。:、]/u.test(letter) ? at + 1 : 0)),
    0,
  );
  const tail = text.slice(end);
  const stop = tail.search(ENDS);
  return head.slice(cut) + tail.slice(0, stop < 0 ? tail.length : stop);
}
