import type { ClaimClause } from './claim-clauses.ts';
import { isRelating, isRelative } from './clause-subject.ts';
import { isCourse, isNeutral, sameAs } from './neutral-words.ts';
import type { SourceClause } from './source-clauses.ts';

/**
 * Whether a claim gives what a clause says to whom the clause gives it. Where it names that at all it names it whole
 * (规模以上工业企业, not 工业企业); where it does not, what it said before must have, or it must name nobody else.
 */
export function isOfItsOwner(
  { text, before, isOfPlace }: ClaimClause,
  source: SourceClause,
): boolean {
  const { subject, inherited } = source;
  const whole = subject.length > 0 ? subject : isRelating(source.text) ? inherited : [];
  const parts = partsOf(whole);
  if (parts.length === 0) return true;
  const isNamed = (where: string): boolean => parts.some((part) => saysAll(where, part));
  if (parts.flat().some((word) => says(text, word)) || isNamed(text))
    return subject.length === 0 || isNamed(text);
  return isNamed(before) || (!NAMES_SOMETHING.test(before) && !isOfPlace);
}

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

const isTelling = (word: string): boolean =>
  !isNeutral(word) &&
  !isRelative(word) &&
  !isCourse(word) &&
  /\p{L}/u.test(word) &&
  !/^\d|^第|^[全我本各][国省区市]|^(?:持续|稳步|显著|稳定|全面|有力|全年|分别)$/u.test(word);

const saysAll = (where: string, part: readonly string[]): boolean =>
  part.every((word) => says(where, word)) || says(where, part.join(''));

const says = (where: string, word: string): boolean =>
  [word, ...sameAs(word)].some((one) => where.includes(one));
