import { sameAs } from './neutral-words.ts';

/** A word a claim says, with the letters next to it in the claim. */
export interface SaidWord {
  readonly word: string;
  /** Where it stands in its clause. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
  /** A place named inside a fact: what stands over the text does not stand for it. */
  readonly isFixed: boolean;
}

/** A text in which words are looked for: its letters, and which single ones are words. */
export interface Searched {
  readonly text: string;
  readonly words: ReadonlyMap<number, string>;
}

export type Place = readonly [start: number, end: number];

/** Where a word stands from `from` on; a single letter only as a word, or beside the same letter as in the claim. */
function findWord(
  { word, before, after }: SaidWord,
  { text, words }: Searched,
  from: number,
): Place | undefined {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (word.length > 1 || words.get(at) === word) return [at, end] as const;
    const isBeside =
      (before !== '' && text.charAt(at - 1) === before) ||
      (after !== '' && text.charAt(end) === after);
    if (isBeside) return [at, end] as const;
  }
  return findSplit(word, text, from);
}

const MAX_GAP = 6;

/** 存款 in 存、贷款: what two things of a list share is said once. */
function findSplit(word: string, text: string, from: number): Place | undefined {
  if (word.length < 2 || word.length > MAX_GAP) return undefined;
  for (let cut = 1; cut < word.length; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    for (let at = text.indexOf(head, from); at >= 0; at = text.indexOf(head, at + 1)) {
      const next = text.indexOf(tail, at + cut);
      const between = next < 0 ? '' : text.slice(at + cut, next);
      if (between.length <= MAX_GAP && /^[、和与及]\p{Script=Han}+$/u.test(between))
        return [at, next + tail.length];
    }
  }
  return undefined;
}

/**
 * Where the words of a claim's clause stand in a text, in their order. A word that stands over the text instead
 * (heading, title, question) may be said anywhere and has no place. Undefined where one stands in neither.
 */
export function placesInOrder(
  said: readonly SaidWord[],
  searched: Searched,
  isOver: (word: string) => boolean,
): readonly (Place | undefined)[] | undefined {
  const dead = new Set<string>();
  const search = (at: number, from: number): readonly (Place | undefined)[] | undefined => {
    const one = said[at];
    if (!one) return [];
    const key = `${at}/${from}`;
    if (dead.has(key)) return undefined;
    for (const word of [one.word, ...sameAs(one.word)]) {
      const place = findWord({ ...one, word }, searched, from);
      const rest = place && search(at + 1, place[1]);
      if (place && rest) return [place, ...rest];
    }
    const rest = !one.isFixed && isOver(one.word) ? search(at + 1, from) : undefined;
    if (rest) return [undefined, ...rest];
    dead.add(key);
    return undefined;
  };
  return search(0, 0);
}
