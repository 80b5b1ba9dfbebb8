import { normalise } from './terms.ts';

/** A word of our own dictionary as jieba wants it. */
export interface UserWord {
  readonly word: string;
  readonly frequency: number;
  /** Part of speech in jieba's letters. */
  readonly tag: string;
}

/** High enough that a word of ours is hardly ever cut into the words it is made of. */
const DEFAULT_FREQUENCY = 1_000;
const DEFAULT_TAG = 'n';

/** Reads jieba's format, `word frequency? tag?` a line; `#` starts a comment. */
export function parseUserWords(text: string): UserWord[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [word, ...rest] = normalise(line.replace(/(?:^|\s)#.*$/u, ''))
      .split(/\s+/u)
      .filter(Boolean);
    if (word === undefined) return [];
    const frequency = rest.find((field) => /^[1-9]\d*$/u.test(field));
    const tag = rest.find((field) => /^[a-z]+$/u.test(field));
    return [{ word, frequency: Number(frequency ?? DEFAULT_FREQUENCY), tag: tag ?? DEFAULT_TAG }];
  });
}

/**
 * One a line, each word once, as it stands last; always with three fields: the native loader ends the process at a
 * line it cannot read.
 */
export function renderUserWords(words: readonly UserWord[]): string {
  const last = new Map(words.map((word) => [word.word, word]));
  return [...last.values()]
    .map(({ word, frequency, tag }) => `${word} ${frequency} ${tag}\n`)
    .join('');
}
