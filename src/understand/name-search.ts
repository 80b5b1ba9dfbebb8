import { soundsOf } from './sounds.ts';

export interface FoundName {
  /** Which of the names, from 0. */
  readonly index: number;
  /** Higher is better; above 2 the letters are the same, below 1 one is wrong. */
  readonly score: number;
}

interface Name {
  readonly letters: string;
  /** Toneless syllables with a space round each; made when first needed. */
  sounds?: string;
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const HAN = /\p{Script=Han}/u;
const LATIN = /^[a-zü']+$/u;
/** Of fewer letters nearly every name has all but one. */
const MIN_MISTYPED = 3;

/**
 * Names to be found while they are being typed: by their letters, by their sound (淄穿, zichuan, zcq for 淄川区),
 * and with one letter wrong.
 */
export class NameSearch {
  readonly #names: readonly Name[];

  constructor(names: readonly string[]) {
    this.#names = names.map((name) => ({ letters: lettersOf(name) }));
  }

  /** Best first; of equal ones the shorter, then the earlier. */
  find(text: string, limit: number): readonly FoundName[] {
    const sought = lettersOf(text);
    if (sought === '') return [];
    const ways = [literally, bySound, mistyped];
    const found: FoundName[] = [];
    for (const way of ways) {
      if (found.length > 0) break;
      this.#names.forEach((name, index) => {
        const score = way(sought, name);
        if (score > 0) found.push({ index, score });
      });
    }
    const lengthOf = ({ index }: FoundName): number => this.#names[index]?.letters.length ?? 0;
    return found
      .sort((a, b) => b.score - a.score || lengthOf(a) - lengthOf(b) || a.index - b.index)
      .slice(0, limit);
  }
}

/** How good it is that the words stand at `at` of a name; nothing where they do not stand there. */
function scoreAt(at: number, isWhole: boolean): number {
  if (at === -1) return 0;
  return (at === 0 ? 0.5 : 0.2) + (isWhole ? 0.4 : 0);
}

function literally(sought: string, { letters }: Name): number {
  const score = scoreAt(letters.indexOf(sought), letters === sought);
  return score === 0 ? 0 : 2 + score;
}

const spaced = (syllables: readonly string[]): string => ` ${syllables.join(' ')} `;

function bySound(sought: string, name: Name): number {
  name.sounds ??= spaced(soundsOf(name.letters));
  const { sounds } = name;
  if (HAN.test(sought)) {
    const score = scoreAt(sounds.indexOf(spaced(soundsOf(sought))), false);
    return score === 0 ? 0 : 1 + score;
  }
  if (!LATIN.test(sought)) return 0;
  const syllables = sounds.trim().split(' ');
  for (const [at] of syllables.entries()) {
    const rest = syllables.slice(at);
    const isTyped = rest.join('').startsWith(sought);
    const isInitials =
      sought.length > 1 &&
      rest
        .map(([first]) => first)
        .join('')
        .startsWith(sought);
    if (isTyped || isInitials) return 1 + scoreAt(at, false) / (isTyped ? 1 : 2);
  }
  return 0;
}

/** One letter of the words is another in the name. */
function mistyped(sought: string, { letters }: Name): number {
  if (sought.length < MIN_MISTYPED) return 0;
  for (let at = 0; at + sought.length <= letters.length; at += 1) {
    let wrong = 0;
    for (let letter = 0; letter < sought.length && wrong < 2; letter += 1)
      if (sought[letter] !== letters[at + letter]) wrong += 1;
    if (wrong < 2) return scoreAt(at, false);
  }
  return 0;
}
