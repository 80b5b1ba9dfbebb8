const NO_WORDS = /[^\p{L}\p{N}]|[的了为是到至在年达于将以]/gu;

/** Characters and pairs of them: enough to tell two phrasings of plans apart without a dictionary. */
function gramsOf(words: string): Set<string> {
  const text = words.replace(NO_WORDS, '');
  return new Set([...text].flatMap((character, at) => [character, text.slice(at, at + 2)]));
}

/** What counts for words that hold nothing of their own: less than a good part of it would. */
const NOTHING_SPECIAL = 0.3;

/** Share of what only `one` says that `words` say too; in between where it says nothing of its own. */
function shareOf(words: Set<string>, one: Set<string>, other: Set<string>): number {
  const special = [...one].filter((gram) => !other.has(gram));
  if (special.length === 0) return NOTHING_SPECIAL;
  return special.filter((gram) => words.has(gram)).length / special.length;
}

/**
 * How much more `words` sound like `one` than like `other`, −1 to 1, by what only one of the two says; 0 where
 * nothing tells them apart.
 */
export function leaning(words: string, one: string, other: string): number {
  const [said, first, second] = [gramsOf(words), gramsOf(one), gramsOf(other)];
  if (said.size === 0) return 0;
  return shareOf(said, first, second) - shareOf(said, second, first);
}
