import { isNeutral } from './neutral-words.ts';
import type { SourceClause } from './source-clauses.ts';
import type { Searched, WordMeaning } from './word-meaning.ts';

/**
 * Whether a claim has another word between the same two words than the clause it takes them from: what looks like
 * the clause itself must not say something else in one place.
 */
export function isReplaced(
  claim: Searched,
  { scope }: SourceClause,
  meaning: WordMeaning,
): boolean {
  const between = new Map<string, string[]>();
  for (const [at, word] of scope.words.entries()) {
    const key = `${scope.words[at - 1] ?? ''}|${scope.words[at + 1] ?? ''}`;
    between.set(key, [...(between.get(key) ?? []), word]);
  }
  const { words } = claim;
  return words.some((word, at) => {
    if (!NAMED.test(word)) return false;
    const [before = '', after = ''] = [words[at - 1], words[at + 1]];
    const least = isNeutral(word) ? 1 : 2;
    if (before.length < least || after.length < least) return false;
    const others = between.get(`${before}|${after}`);
    return others?.every(
      (other) => isAnother(word, other, meaning) && meaning.same(other, claim) === undefined,
    );
  });
}

/** More than what stands by a figure (700余家). */
const NAMED = /^(?![余多])\p{Script=Han}{2,}$/u;

const isAnother = (word: string, other: string, meaning: WordMeaning): boolean =>
  word !== other &&
  NAMED.test(other) &&
  !(isNeutral(word) && isNeutral(other)) &&
  meaning.find(word, { text: other, words: [other], starts: [0] }) === undefined;
