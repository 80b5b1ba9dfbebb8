import type { Quantity } from './quantity.ts';

/** How exact a figure is; said of one it is part of the figure. */
const BOUNDS: readonly RegExp[] = [
  /以上/gu,
  /以下/gu,
  /以内|之内/gu,
  /以外|之外/gu,
  /左右|上下/gu,
  /(?<!不)(?:超过|突破|高于|大于|多于|优于|好于)/gu,
  /不足|不到|接近|(?<!不)(?:低于|小于|少于)/gu,
  /不低于|不少于|不小于/gu,
  /不超过|不高于|不多于|不大于/gu,
  /(?<![节制签契条预])约(?![束定谈])/gu,
];
/** What happens to a figure; near before one it is judged with the figure. */
const COURSES: readonly RegExp[] = [
  /增长|增加(?!值)|提高|提升|上升|扩大|高出/gu,
  /下降|降低|减少|下滑|缩小|压缩|压减|削减/gu,
  /达到/gu,
  /年均/gu,
  /累计/gu,
  /同比/gu,
  /新增/gu,
];
/** How sure it is; said anywhere in the sentence. */
const CERTAINTIES: readonly RegExp[] = [/力争|争取/gu, /确保|保证|务必/gu, /预计|有望/gu];
const DENIAL =
  /(?<!与原文)(?:严禁|禁止|不得|不再|没有(?!给出|写|提到)|[不未无](?!锡|棣|超过|高于|低于|少于|多于|小于|大于))/gu;
const ENDS_DENYING = new RegExp(`${DENIAL.source}$`, 'u');
const KINDS = [
  ...BOUNDS.map((pattern) => ({ pattern, near: 0 })),
  ...COURSES.map((pattern) => ({ pattern, near: 6 })),
  { pattern: DENIAL, near: -1 },
];
const FIGURES: ReadonlySet<Quantity['kind']> = new Set(['amount', 'ordinal', 'vague']);
/** So many characters on either side tell where a word stands. */
const BEFORE = 3;
const AFTER = 2;

interface Word {
  readonly at: number;
  readonly said: string;
  readonly before: string;
  readonly after: string;
}

const wordsOf = (kind: RegExp, text: string): Word[] =>
  [...text.matchAll(kind)].map(({ 0: said, index }) => ({
    said,
    at: index,
    before: text.slice(Math.max(0, index - BEFORE), index),
    after: text.slice(index + said.length, index + said.length + AFTER),
  }));

/** The words next to it are the same on one side; at the end of a clause there are none. */
const isAlike = (one: Word, other: Word): boolean =>
  one.before === other.before || one.after === other.after;

/**
 * A word of a compact claim that turns round what its quotes and headings say there: one they do not have beside the
 * same words, or one they have there and the claim leaves out. Undefined where there is none.
 */
export function turnedRound(
  text: string,
  quantities: readonly Quantity[],
  quotes: string,
  background: string,
): string | undefined {
  const figures = quantities.filter(({ kind }) => FIGURES.has(kind));
  const unsure = CERTAINTIES.find(
    (pattern) => text.search(pattern) >= 0 && quotes.search(pattern) < 0,
  );
  if (unsure) return text.match(unsure)?.[0];
  const outright = undenied(text, quotes);
  if (outright !== undefined) return outright;
  for (const { pattern, near } of KINDS) {
    const quoted = wordsOf(pattern, quotes);
    const known = [...quoted, ...wordsOf(pattern, background)];
    const added = wordsOf(pattern, text)
      .filter((word) => !figures.some((figure) => isOf(figure, word, text, near)))
      .find((word) => !known.some((other) => isAlike(word, other)));
    if (added) return added.said;
    const dropped = quoted.find((word) => isLeftOut(word, text, quotes));
    if (dropped) return dropped.said;
  }
  return undefined;
}

/** Whether a word belongs to a figure: inside it, or so near before it in the same clause. */
function isOf({ start, end }: Quantity, { at, said }: Word, text: string, near: number): boolean {
  const after = at + said.length;
  if (at < end && after > start) return near >= 0;
  const between = text.slice(after, start).replace(/到?(?:19|20)\d{2}年的?/u, '');
  return after <= start && between.length <= near && !between.includes('，');
}

/** Both neighbours stand together in the claim, and nowhere in the quotes. Before a figure it is the figure's. */
function isLeftOut({ before, after }: Word, text: string, quotes: string): boolean {
  if (/^[\d%]/u.test(after)) return false;
  const joined = before + after;
  const letters = joined.replace(/[^\p{L}\p{N}]/gu, '');
  const isIn = (words: string): boolean => text.includes(words) && !quotes.includes(words);
  return letters.length >= 3 && (isIn(joined) || (letters.length >= 4 && isIn(letters)));
}

const DENIED_CHARS = 4;

/** What the quotes only deny (不再新建燃煤锅炉) and the claim says outright. */
function undenied(text: string, quotes: string): string | undefined {
  const isOutright = (words: string, where: string): boolean =>
    where.split(words).some((before, at, all) => at < all.length - 1 && !ENDS_DENYING.test(before));
  return wordsOf(DENIAL, quotes)
    .map(({ at, said }) => quotes.slice(at + said.length).slice(0, DENIED_CHARS))
    .find(
      (words) =>
        /^\p{Script=Han}{4}$/u.test(words) && isOutright(words, text) && !isOutright(words, quotes),
    );
}
