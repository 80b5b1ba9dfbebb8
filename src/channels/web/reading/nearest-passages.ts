import type { Passage } from '../../../model.ts';

const MAX_NEAREST = 3;

/** How many characters agree in a row from the start. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const reversed = (text: string): string => [...text].reverse().join('');

/** Of an id cut short or mistyped one end or both are still right. */
const sharedEnds = (a: string, b: string): number =>
  sharedStart(a, b) + sharedStart(reversed(a), reversed(b));

/** Passages whose ids are written most like what was asked for, best first; none where nothing agrees. */
export function nearestPassages(asked: string, passages: readonly Passage[]): readonly Passage[] {
  return passages
    .map((passage) => ({ passage, shared: sharedEnds(asked, passage.id) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_NEAREST)
    .map(({ passage }) => passage);
}
