import type { ClaimClause, SaidWord } from './claim-clauses.ts';
import { doesMore, isLoose, MOST_LOOSE, turns } from './loose-words.ts';
import { isNoMoreThan, type Quantity } from './quantity.ts';
import type { SourceClause } from './source-clauses.ts';
import type { Place, WordMeaning } from './word-meaning.ts';

/** A cited clause with what a claim's clause takes of it. */
export interface Aligned {
  readonly source: SourceClause;
  /** Where the words taken stand in its scope. */
  readonly places: ReadonlyMap<SaidWord, Place>;
  /** The figures taken, as the clause has them. */
  readonly figures: ReadonlyMap<Quantity, Quantity>;
}

/** What stands over a cited text, and what needs no clause of it. */
export interface Around {
  readonly isOver: (word: SaidWord) => boolean;
  /** Said of what is quoted by the text before it: what a clause may be of. */
  readonly isBefore: (word: SaidWord) => boolean;
  /** Figures of headings, and those our own arithmetic gives. */
  readonly isFigureFree: (figure: Quantity) => boolean;
  readonly isComputed: (figure: Quantity) => boolean;
}

/** A stretch of a claim's clause that one cited clause must hold: one thing of a list. */
interface Stretch {
  readonly text: string;
  readonly said: readonly SaidWord[];
  readonly figures: readonly Quantity[];
}

const JOINS = /[、]|以及|同时|并且|[和与及并](?!\p{Script=Han}?[重行购联])/gu;

/**
 * The cited clauses that hold what a claim's clause says: one that holds all of it, else one for each thing of its
 * list, else two neighbours that speak of the same; or the first word no clause holds, or that none holds with the
 * others.
 */
export function align(
  clause: ClaimClause,
  sources: readonly SourceClause[],
  around: Around,
  meaning: WordMeaning,
): readonly Aligned[] | { readonly unsaid?: string } {
  const found = new Map(
    clause.said.map((one) => [one, sources.map((source) => placeOf(one, source, meaning))]),
  );
  const lost = clause.said.filter(
    (one) =>
      !around.isOver(one) &&
      !around.isBefore(one) &&
      !found.get(one)?.some((place) => place !== undefined),
  );
  const [unsaid] = lost;
  if (unsaid) {
    const rest = clause.said.filter((one) => !lost.includes(one));
    if (lost.length > MOST_LOOSE || rest.length < lost.length + 1 || !lost.every(isLoose))
      return { unsaid: unsaid.word };
    const held = align({ ...clause, said: rest }, sources, around, meaning);
    if (sources.some(({ sentence }) => sentence.includes(unsaid.word)))
      return { unsaid: unsaid.word };
    const isOther =
      isAligned(held) && held.some(({ source }) => source.sentence.includes(unsaid.word));
    return isAligned(held) && !isOther && held.every(doesMore) ? held : { unsaid: unsaid.word };
  }
  const lone = clause.figures.find(
    (one) => !around.isFigureFree(one) && !sources.some((source) => like(one, source)),
  );
  if (lone) return { unsaid: clause.text.slice(lone.start, lone.end) };
  const hold = (stretch: Stretch): readonly Aligned[] | undefined =>
    heldByOne(stretch, sources, found, around) ?? heldByNeighbours(stretch, sources, found, around);
  const whole = heldByOne(clause, sources, found, around);
  if (whole) return whole;
  const parts = stretchesOf(clause).map(hold);
  if (parts.length > 1 && parts.every((part) => part !== undefined)) {
    const held = parts.flat();
    return isSaidTwice(held) ? {} : held;
  }
  return hold(clause) ?? {};
}

const isAligned = (found: ReturnType<typeof align>): found is readonly Aligned[] =>
  Array.isArray(found);

/** Where a word of a claim, or what means it, stands in a cited clause. */
export const placeOf = (
  { word, tag, isName, pieces }: SaidWord,
  source: SourceClause,
  meaning: WordMeaning,
): Place | undefined => {
  if (isName) return meaning.exact(word, source.scope);
  // What turns a sense must be said, in one of its own wordings.
  if (turns(word)) return meaning.worded(word, source.scope);
  const literal = meaning.literal(word, source.scope);
  if (literal) return literal;
  // A thing that the sentence names elsewhere is not meant where it is not named.
  const isThing = /^(?:n|l|j|x)/u.test(tag);
  if (isThing && source.sentence.includes(word)) return undefined;
  const [core] = pieces;
  return (
    meaning.find(word, source.scope, isThing) ??
    (pieces.length === 1 && core !== undefined
      ? meaning.find(core, source.scope, isThing)
      : undefined) ??
    meaning.pieces(pieces, source.scope)
  );
};

const like = (figure: Quantity, { quantities }: SourceClause): Quantity | undefined =>
  quantities.find((one) => isNoMoreThan(figure, one));

type Found = ReadonlyMap<SaidWord, readonly (Place | undefined)[]>;

function heldByOne(
  { said, figures, text }: Stretch,
  sources: readonly SourceClause[],
  found: Found,
  { isOver, isBefore, isFigureFree }: Around,
): readonly Aligned[] | undefined {
  let best: Aligned | undefined;
  for (const [at, source] of sources.entries()) {
    const places = new Map<SaidWord, Place>();
    const isHeld = said.every((one) => {
      const place = bestPlace(one, found.get(one)?.[at], places, source);
      if (place) places.set(one, place);
      return (
        place !== undefined ||
        ((isOver(one) || isBefore(one)) && isTopic(one, places, said)) ||
        isDoneBefore(one, at, sources)
      );
    });
    if (!isHeld || isTakenTwice(places)) continue;
    const isOnlyBefore = places.size === 0 && said.some((one) => !isOver(one) && isBefore(one));
    const own = new Map<Quantity, Quantity>();
    const hasFigures = figures.every((figure) => {
      const one = like(figure, source);
      if (one) own.set(figure, one);
      return one !== undefined || isFigureFree(figure);
    });
    if (!hasFigures || (isOnlyBefore && own.size === 0)) continue;
    const aligned = { source, places, figures: own };
    if (!best || closeness(aligned, text) > closeness(best, text)) best = aligned;
  }
  return best && [best];
}

/** How much is taken, and then how alike the letters are: of two that hold as much the one that is meant. */
function closeness({ source, places, figures }: Aligned, text: string): number {
  const pairs = [...text].map((_letter, at) => text.slice(at, at + 2));
  const shared = pairs.filter((pair) => pair.length === 2 && source.text.includes(pair)).length;
  return places.size + figures.size + shared / (pairs.length + 1);
}

/** Names over a text may be what a clause begins with; what it says of that the text must say. */
const isTopic = (
  one: SaidWord,
  places: ReadonlyMap<SaidWord, Place>,
  said: readonly SaidWord[],
): boolean => {
  // 绿色餐饮: part of a name is not said of the whole text.
  const next = said[said.indexOf(one) + 1];
  const isPart = next !== undefined && next.start === one.start + one.word.length;
  return !isPart && [...places.keys()].every(({ start }) => start > one.start);
};

/**
 * Of the places a word stands in the one that is meant: right behind the word before it where it is so in the claim,
 * else the next that is not taken.
 */
function bestPlace(
  { word, start: said }: SaidWord,
  place: Place | undefined,
  taken: ReadonlyMap<SaidWord, Place>,
  { scope: { text } }: SourceClause,
): Place | undefined {
  if (!place || !text.startsWith(word, place[0])) return place;
  const [last, lastPlace] = [...taken].at(-1) ?? [];
  const isTaken = (at: number): boolean => [...taken.values()].some(([start]) => start === at);
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isTaken(at)) places.push(at);
  const isNext = last !== undefined && last.start + last.word.length === said;
  const at =
    (isNext ? places.find((one) => one === lastPlace?.[1]) : undefined) ??
    places.find((one) => one >= (lastPlace?.[1] ?? 0)) ??
    places[0] ??
    place[0];
  return [at, at + word.length];
}

/** 新增A11个、B9个，C119家: a clause without a verb does what the clause before it does. */
const isDoneBefore = (
  { word, tag, isPolar }: SaidWord,
  at: number,
  sources: readonly SourceClause[],
): boolean => {
  const source = sources[at];
  if (!source || source.verbs.length > 0 || isPolar || !/^v/u.test(tag)) return false;
  const before = sources[at - 1];
  return before?.sentence === source.sentence && before.text.startsWith(word);
};

/** A word that a claim says of two things of its list, and the cited clause of one. */
const isSaidTwice = (held: readonly Aligned[]): boolean =>
  held.some((one, at) =>
    held
      .slice(at + 1)
      .some(
        (other) =>
          one.source === other.source &&
          [...one.places].some(([mine, [start]]) =>
            [...other.places].some(
              ([theirs, [from]]) => mine.start !== theirs.start && start === from,
            ),
          ),
      ),
  );

/** What is said once is not said of two things. */
function isTakenTwice(places: ReadonlyMap<SaidWord, Place>): boolean {
  const taken = new Map<number, SaidWord>();
  return [...places].some(([one, [start]]) => {
    const other = taken.get(start);
    taken.set(start, one);
    return other !== undefined && other.start !== one.start;
  });
}

/**
 * Two clauses of one sentence of which the later has no subject of its own: they are said in one breath. The claim
 * takes first from the one, then from the other, where it says what else is done.
 */
function heldByNeighbours(
  { said, figures, text }: Stretch,
  sources: readonly SourceClause[],
  found: Found,
  around: Around,
): readonly Aligned[] | undefined {
  if (figures.length > 0 || said.some(({ isPolar }) => isPolar)) return undefined;
  for (const [at, source] of sources.entries()) {
    for (let next = at + 1; isSaidOn(source, sources[next]); next += 1) {
      const halves = [[at, next] as const, [next, at] as const];
      for (const [first, second] of halves) {
        const held = heldInTurn(text, said, first, second, sources, found, around);
        if (held) return held;
      }
    }
  }
  return undefined;
}

/** Whether a later clause of the same sentence leaves what it is of to an earlier one. */
const isSaidOn = (source: SourceClause, next: SourceClause | undefined): boolean =>
  next !== undefined &&
  next.sentence === source.sentence &&
  next.at > source.at &&
  next.subject.length === 0;

/** Whether something else begins with a word: what is done, or what small words keep apart from the word before. */
function beginsAnew(said: readonly SaidWord[], cut: number): boolean {
  const [last, next] = [said[cut - 1], said[cut]];
  if (!last || !next) return false;
  return /^v(?!n)/u.test(next.tag) || last.start + last.word.length < next.start;
}

function heldInTurn(
  text: string,
  said: readonly SaidWord[],
  first: number,
  second: number,
  sources: readonly SourceClause[],
  found: Found,
  around: Around,
): readonly Aligned[] | undefined {
  for (let cut = 1; cut < said.length; cut += 1) {
    if (!beginsAnew(said, cut)) continue;
    const halves = [
      { said: said.slice(0, cut), at: first },
      { said: said.slice(cut), at: second },
    ].map((half) =>
      heldByOne(
        { text, said: half.said, figures: [] },
        sources.slice(half.at, half.at + 1),
        slice(found, half.at),
        around,
      ),
    );
    if (halves.every((half) => half !== undefined)) return halves.flat();
  }
  return undefined;
}

const slice = (found: Found, at: number): Found =>
  new Map([...found].map(([one, places]) => [one, [places[at]]]));

/** The things of a list, each with its words and figures. */
function stretchesOf({ text, said, figures }: ClaimClause): Stretch[] {
  const cuts = [...text.matchAll(JOINS)].map(({ index }) => index);
  const within =
    (at: number) =>
    ({ start }: { readonly start: number }): boolean =>
      start >= (cuts[at - 1] ?? 0) && start < (cuts[at] ?? Number.POSITIVE_INFINITY);
  return [...cuts, text.length]
    .map((cut, at) => ({
      text: text.slice(cuts[at - 1] ?? 0, cut),
      said: said.filter(within(at)),
      figures: figures.filter(within(at)),
    }))
    .filter((one) => one.said.length + one.figures.length > 0);
}
