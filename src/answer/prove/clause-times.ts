import type { Aligned } from './alignment.ts';
import type { ClaimClause } from './claim-clauses.ts';
import { isTime, timeName } from './governing-times.ts';
import { quantitiesIn } from './quantities.ts';

/** Whether a claim says of one year what a sentence with years of its own says of another. */
export function isOfOtherTime({ times }: ClaimClause, { source }: Aligned): boolean {
  if (times.length === 0) return false;
  const known = quantitiesIn(source.sentence).filter(isTime).map(timeName);
  return known.length > 0 && !times.some((time) => known.some((one) => holds(timeName(time), one)));
}

/** A year is its own; a period holds its years and the one it starts from. */
function holds(time: string, known: string): boolean {
  const [from = 0, to] = time.split('-').map(Number);
  const year = Number(known);
  return time === known || (to !== undefined && year >= from - 1 && year <= to);
}
