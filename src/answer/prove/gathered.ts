import type { Aligned, Around } from './alignment.ts';
import { placeOf } from './alignment.ts';
import type { ClaimClause, SaidWord } from './claim-clauses.ts';
import { isTime } from './governing-times.ts';
import { isSoft } from './loose-words.ts';
import { isNoMoreThan, type Quantity } from './quantity.ts';
import type { SourceClause } from './source-clauses.ts';
import type { Place, WordMeaning } from './word-meaning.ts';

/** From so many cited clauses one clause of a claim may gather what it says. */
const MOST_CLAUSES = 8;

/**
 * The cited clauses that together hold what a claim's clause says, in whatever order and however cut: every name,
 * thing and figure stands in them; what stands nowhere turns nothing round. Undefined where some thing is said
 * nowhere.
 */
export function gather(
  clause: ClaimClause,
  sources: readonly SourceClause[],
  around: Around,
  meaning: WordMeaning,
): Gathered | undefined {
  const sentences = [...new Set(sources.map(({ sentence }) => sentence))];
  for (const one of sentences) {
    const held = gatherFrom(
      clause,
      sources.filter(({ sentence }) => sentence === one),
      around,
      meaning,
    );
    if (held) return held;
  }
  // Figures are of the sentence they stand in.
  return sentences.length > 1 && clause.figures.length === 0
    ? gatherFrom(clause, sources, around, meaning)
    : undefined;
}

export interface Gathered {
  readonly held: readonly Aligned[];
  /** Words that stand nowhere and state no fact. */
  readonly lost: readonly SaidWord[];
}

interface Taken {
  readonly source: SourceClause;
  readonly places: Map<SaidWord, Place>;
  readonly figures: Map<Quantity, Quantity>;
}

function gatherFrom(
  { said, figures }: ClaimClause,
  sources: readonly SourceClause[],
  around: Around,
  meaning: WordMeaning,
): Gathered | undefined {
  let words: readonly SaidWord[] = said;
  let numbers = figures.filter((one) => !around.isFigureFree(one));
  const held: Taken[] = [];
  while (words.length + numbers.length > 0 && held.length < MOST_CLAUSES) {
    const best = sources
      .filter((source) => !held.some((one) => one.source === source))
      .map((source) => takeFrom(source, words, numbers, meaning))
      .reduce<Taken | undefined>(
        (most, one) => (sizeOf(one) > (most ? sizeOf(most) : 0) ? one : most),
        undefined,
      );
    if (!best) break;
    held.push(best);
    words = words.filter((one) => !best.places.has(one));
    numbers = numbers.filter((one) => !best.figures.has(one));
  }
  if (held.length === 0 || numbers.length > 0) return undefined;
  if (isTakenTwice(held) || parts(said, held) || turnsBack(said, held)) return undefined;
  if (figures.length > 0 && skipsFigures(held, sources)) return undefined;
  const lost = words.filter((one) => !around.isOver(one) || (!one.isName && one !== said[0]));
  if (!lost.every((one) => isSoft(one, meaning))) return undefined;
  if (lost.some((one) => isOfKindOf(one, held))) return undefined;
  return { held, lost };
}

/** What is said once is not said of two things of a claim. */
const isTakenTwice = (held: readonly Taken[]): boolean =>
  held.some(({ source, places }) => {
    const taken = [...places];
    return taken.some(([one, [start, end]], at) => {
      const times = source.scope.text.split(source.scope.text.slice(start, end)).length - 1;
      return (
        taken.slice(at + 1).filter(([other, [from]]) => from === start && other.word === one.word)
          .length >= times
      );
    });
  });

/**
 * Whether a claim puts together what the cited clauses keep apart: parts of one name, or which way something goes and
 * what goes that way.
 */
const parts = (said: readonly SaidWord[], held: readonly Taken[]): boolean => {
  const of = (one: SaidWord): Taken | undefined => held.find(({ places }) => places.has(one));
  return said.some((one, at) => {
    const next = said[at + 1];
    const isJoined =
      next !== undefined &&
      one.start + one.word.length === next.start &&
      ![one, next].some(({ tag }) => /^v(?!n)/u.test(tag));
    if (isJoined && of(one) && of(next) && of(one) !== of(next)) return true;
    const beside = one.isPolar ? (next ?? said[at - 1]) : undefined;
    return beside !== undefined && of(one) !== of(beside);
  });
};

/** Whether a claim goes back from a later clause of a sentence to an earlier one: what it is of, it must say first. */
const turnsBack = (said: readonly SaidWord[], held: readonly Taken[]): boolean => {
  const last = new Map<string, number>();
  return said.some((one) => {
    const source = held.find(({ places }) => places.has(one))?.source;
    if (!source) return false;
    const before = last.get(source.sentence) ?? 0;
    last.set(source.sentence, source.at);
    return source.at < before;
  });
};

/** 核心区 where a 示范区 is cited: another thing of its kind. */
const isOfKindOf = ({ word, tag }: SaidWord, held: readonly Taken[]): boolean =>
  /^(?:n|l|j)/u.test(tag) &&
  held.some(({ source }) =>
    source.scope.words.some(
      (other) => other !== word && other.length > 1 && other.endsWith(word.slice(-1)),
    ),
  );

/** Whether figures of something else stand between the clauses that a claim with figures is taken from. */
const skipsFigures = (held: readonly Taken[], sources: readonly SourceClause[]): boolean => {
  const at = held.map(({ source }) => source.at);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  return sources.some(
    (one) =>
      one.at > first &&
      one.at < last &&
      one.quantities.some((quantity) => !isTime(quantity)) &&
      !held.some(({ source }) => source === one),
  );
};

const sizeOf = ({ places, figures }: Taken): number => places.size + 2 * figures.size;

function takeFrom(
  source: SourceClause,
  words: readonly SaidWord[],
  numbers: readonly Quantity[],
  meaning: WordMeaning,
): Taken {
  const places = new Map<SaidWord, Place>();
  for (const one of words) {
    const place = placeOf(one, source, meaning);
    if (place) places.set(one, place);
  }
  const figures = new Map<Quantity, Quantity>();
  for (const one of numbers) {
    const own = source.quantities.find((other) => isNoMoreThan(one, other));
    if (own) figures.set(one, own);
  }
  return { source, places, figures };
}
