import type { WordVectors } from '../../embed/words/word-vectors.ts';
import { shortPlace } from '../../language/places/short-name.ts';
import { generalSynonyms } from '../../language/words/general-words.ts';
import { parseSynonyms } from '../../understand/synonyms.ts';
import { isOpposed } from './opposites.ts';
import { sameAs } from './same-words.ts';

/** A text in which words are looked for. */
export interface Searched {
  readonly text: string;
  /** Its words, one behind the other. */
  readonly words: readonly string[];
  /** Where in the text each of its words begins. */
  readonly starts: readonly number[];
}

/** Where a word, or what means it, stands in a text. */
export type Place = readonly [start: number, end: number];

/** From here on two wordings of the shipped table are one thing. */
const ONE_THING = 0.8;
/**
 * From here on two words mean the same: opposites lie lower. Of things, neighbours in kind (小麦, 玉米) lie near too, so
 * that they must be nearer still, or share a letter.
 */
const NEAR = 0.66;
const NEAR_THINGS = { alike: 0.7, other: 0.8 } as const;

let wordings: ReadonlyMap<string, readonly string[]> | undefined;

function wordingsOf(word: string): readonly string[] {
  if (!wordings) {
    const found = new Map<string, string[]>();
    const add = (from: string, to: string) => found.set(from, [...(found.get(from) ?? []), to]);
    for (const { everyday, official, weight } of parseSynonyms(generalSynonyms())) {
      if (weight < ONE_THING) continue;
      for (const one of official) {
        add(everyday, one);
        if (official.length === 1) add(one, everyday);
      }
    }
    wordings = found;
  }
  return wordings.get(word) ?? [];
}

/** Finds the words of a claim in what it cites: the word itself, its short or long form, or one that means it. */
export class WordMeaning {
  readonly #vectors: WordVectors | undefined;
  readonly #known = new Map<string, Float32Array | undefined>();

  constructor(vectors: WordVectors | undefined) {
    this.#vectors = vectors;
  }

  /** The word as it is, or the short name of the place it names. */
  exact(word: string, { text }: Searched): Place | undefined {
    const at = text.indexOf(word);
    return at >= 0 ? [at, at + word.length] : shortPlaceIn(word, text);
  }

  /** As it is, in another form, or in another wording for just that. */
  same(word: string, searched: Searched): Place | undefined {
    const literal = this.literal(word, searched);
    if (literal) return literal;
    for (const other of sameAs(word)) {
      const at = searched.text.indexOf(other);
      if (at >= 0 && other.length > 0) return [at, at + other.length];
    }
    return undefined;
  }

  /** The word as it is, or in another form of the same letters. */
  literal(word: string, searched: Searched): Place | undefined {
    const at = searched.text.indexOf(word);
    if (at >= 0) return [at, at + word.length];
    return shortFormIn(word, searched) ?? splitIn(word, searched.text);
  }

  /** As it is, in another form or another wording of the tables. */
  worded(word: string, searched: Searched): Place | undefined {
    const literal = this.literal(word, searched) ?? shortPlaceIn(word, searched.text);
    if (literal) return literal;
    for (const other of [...sameAs(word), ...wordingsOf(word)]) {
      const at = searched.text.indexOf(other);
      if (at >= 0 && other.length > 0) return [at, at + other.length];
    }
    return undefined;
  }

  /** The pieces a longer word is made of, each found by itself. */
  pieces(pieces: readonly string[], searched: Searched): Place | undefined {
    const places = pieces.map((piece) => this.find(piece, searched));
    if (places.length < 2 || !places.every((place) => place !== undefined)) return undefined;
    const starts = places.map(([start]) => start);
    const ends = places.map(([, end]) => end);
    const [start, end] = [Math.min(...starts), Math.max(...ends)];
    const most = 2 * pieces.join('').length + MAX_GAP;
    return end - start <= most ? [start, end] : undefined;
  }

  /** Where it or a word of the same meaning stands. A word of that text which means something else there is none. */
  find(word: string, searched: Searched, isThing = false): Place | undefined {
    const worded = this.worded(word, searched);
    if (worded) return worded;
    return word.length > 1 ? this.#nearest(word, searched, isThing) : undefined;
  }

  /** How seldom a word is said, 0 to 1; every word alike where nothing is known of them. */
  rarityOf(word: string): number {
    return this.#vectors?.rarityOf(word) ?? 1;
  }

  /** How near a word lies to the nearest of some, -1 to 1; -1 where nothing is known of it. */
  nearness(word: string, others: readonly string[]): number {
    const vector = this.#vectorOf(word);
    if (!vector) return -1;
    return Math.max(
      -1,
      ...others.map((other) => {
        const near = this.#vectorOf(other);
        return near ? dot(vector, near) : -1;
      }),
    );
  }

  #nearest(word: string, { words, starts }: Searched, isThing: boolean): Place | undefined {
    const vector = this.#vectorOf(word);
    if (!vector) return undefined;
    for (const [at, other] of words.entries()) {
      // A longer name is another thing: 人均预期寿命, 预期寿命.
      if (other.length < 2 || isWithin(word, other) || isWithin(other, word)) continue;
      const near = this.#vectorOf(other);
      const least = isThing ? leastFor(word, other) : NEAR;
      if (near && dot(vector, near) >= least && !isOpposed(word, other)) {
        const start = starts[at] ?? 0;
        return [start, start + other.length];
      }
    }
    return undefined;
  }

  #vectorOf(word: string): Float32Array | undefined {
    if (!this.#known.has(word)) this.#known.set(word, this.#vectors?.vectorOf(word));
    return this.#known.get(word);
  }
}

/** Things that share only what they are called by their kind (核心区, 示范区) are two. */
const leastFor = (one: string, other: string): number =>
  [...one].some((letter, at) => {
    const isKind = at === one.length - 1 && other.endsWith(letter);
    return !isKind && other.includes(letter);
  })
    ? NEAR_THINGS.alike
    : NEAR_THINGS.other;

/** 广西 of 广西壮族自治区. */
function shortPlaceIn(word: string, text: string): Place | undefined {
  if (!/[省市区县州盟旗]$/u.test(word)) return undefined;
  const short = shortPlace(word);
  if (short === word) return undefined;
  // 山东自由贸易试验区: in the name of something else it is not the place.
  const at = text.search(
    new RegExp(
      `${short}(?!(?!省|市|区|县|壮族|维吾尔|回族|自治|[的在是将要把对和与及为已今全年从至到等])\\p{Script=Han})`,
      'u',
    ),
  );
  return at < 0 ? undefined : [at, at + short.length];
}

/** Whether all letters of one word stand in the other in their order: 进口 in 进出口. */
function isWithin(one: string, other: string): boolean {
  let at = 0;
  for (const letter of other) if (letter === one.charAt(at)) at += 1;
  return at >= one.length;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

const LONGEST_SHORT_FORM = 5;

/** 综保区 of 综合保税区, 卫健 of 卫生健康: a letter of each of some words that follow each other. */
function shortFormIn(word: string, { text, words, starts }: Searched): Place | undefined {
  if (word.length < 2 || word.length > LONGEST_SHORT_FORM) return undefined;
  for (const [first, head] of words.entries()) {
    if (!head.startsWith(word.charAt(0))) continue;
    const start = starts[first] ?? 0;
    let at = start;
    let letter = 0;
    for (let next = first; next < words.length && letter < word.length; next += 1) {
      const one = words[next] ?? '';
      if ((starts[next] ?? 0) !== at && next > first) break;
      const took = lettersTaken(word.slice(letter), one);
      if (took === 0) break;
      letter += took;
      at = (starts[next] ?? 0) + one.length;
    }
    const isOfMore = at > start + head.length;
    const isWhole = isOfMore && letter >= word.length && at - start > word.length;
    if (isWhole && /^\p{Script=Han}+$/u.test(text.slice(start, at))) return [start, at];
  }
  return undefined;
}

/** How many letters of a short form a word gives: its first, and its last as well. */
function lettersTaken(letters: string, word: string): number {
  if (!word.startsWith(letters.charAt(0))) return 0;
  if (word.length > 1 && letters.length > 1 && word.endsWith(letters.charAt(1))) return 2;
  return 1;
}

const MAX_GAP = 6;

/** 存款 in 存、贷款: what two things of a list share is said once. */
function splitIn(word: string, text: string): Place | undefined {
  if (word.length < 2 || word.length > MAX_GAP) return undefined;
  for (let cut = 1; cut < word.length; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      const next = text.indexOf(tail, at + cut);
      const between = next < 0 ? '' : text.slice(at + cut, next);
      if (between.length <= MAX_GAP && /^[、和与及]\p{Script=Han}+$/u.test(between))
        return [at, next + tail.length];
    }
  }
  return undefined;
}
