import type { ClaimClause } from './claim-clauses.ts';
import { isRelating, isRelative } from './clause-subject.ts';
import { isNarrowing } from './narrowing-words.ts';
import { isCourse, isNeutral } from './neutral-words.ts';
import type { SourceClause } from './source-clauses.ts';
import type { Searched, WordMeaning } from './word-meaning.ts';

/**
 * Whether a claim gives what a clause says to whom the clause gives it. Where it names that at all it names it whole
 * (规模以上工业企业, not 工业企业); where it does not, what it said before must have, or it must name nobody else.
 */
export function isOfItsOwner(
  { text, before, isOfPlace }: ClaimClause,
  source: SourceClause,
  own: Searched,
  earlier: Searched,
  meaning: WordMeaning,
): boolean {
  const { subject, inherited } = source;
  const whole = subject.length > 0 ? subject : isRelating(source.text) ? inherited : [];
  const parts = partsOf(whole);
  if (parts.length === 0) return true;
  const says = (where: Searched, word: string): boolean => meaning.find(word, where) !== undefined;
  const saysAll = (where: Searched): boolean =>
    parts.some(
      (part) =>
        isMostly(part, (word) => says(where, word)) ||
        meaning.worded(part.join(''), where) !== undefined,
    );
  if (saysAll(own) || (earlier.text !== '' && saysAll(joined(earlier, own)))) return true;
  if (parts.flat().some((word) => says(own, word))) return false;
  return subject.length === 0 && !NAMES_SOMETHING.test(before) && !isOfPlace && text !== '';
}

/**
 * Whether a claim without figures names of the subject of a clause as much as tells it from others, or leaves a
 * subject unsaid where it names no other.
 */
export function namesItsOwner(
  { before, isOfPlace }: ClaimClause,
  { subject }: SourceClause,
  own: Searched,
  meaning: WordMeaning,
  isAlone: boolean,
): boolean {
  const words = partsOf(subject).flat();
  const left = words.filter((word) => meaning.find(word, own) === undefined);
  if (left.some(isNarrowing)) return false;
  return left.length < words.length || (isAlone && before === '' && !isOfPlace);
}

/** Whether of a name the better part is said; nothing that makes it a part of something larger may be left out. */
function isMostly(part: readonly string[], says: (word: string) => boolean): boolean {
  const left = part.filter((word) => !says(word));
  return left.length === 0 || (left.length * 2 < part.length && !left.some(isNarrowing));
}

const joined = (one: Searched, other: Searched): Searched => ({
  text: one.text + other.text,
  words: [...one.words, ...other.words],
  starts: [...one.starts, ...other.starts.map((start) => start + one.text.length)],
});

/** More than a figure with its unit (29.37件，列全省第5位). */
const NAMES_SOMETHING = /\p{Script=Han}{3}/u;

/** The telling words of a name; of a list (城镇居民和农村居民人均收入) those of each of its things. */
function partsOf(name: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const word of name) {
    if (/^[、和与及]$|^以及$/u.test(word)) parts.push([]);
    else if (isTelling(word)) parts.at(-1)?.push(word);
  }
  return parts.filter(({ length }) => length > 0);
}

/** Words that adorn a name and tell it from nothing. */
const ADORNS =
  /^(?:持续|稳步|显著|稳定|全面|有力|全年|分别|综合|整体|总体|一批|一系列|相关|有关|各类|各项|广大|新型|现代|先进|优质|创新|重要|主要领域|良好|有效|深入|服务|系列|工作人员)$/u;

const isTelling = (word: string): boolean =>
  !isNeutral(word) &&
  !isRelative(word) &&
  !isCourse(word) &&
  !ADORNS.test(word) &&
  /\p{L}/u.test(word) &&
  !/^\d|^第|^[全我本各][国省区市]/u.test(word);
