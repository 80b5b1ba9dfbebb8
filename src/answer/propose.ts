import { shortPlace } from '../language/places/short-name.ts';
import { flatPassage } from '../retrieve/flat-passage.ts';
import type { Candidate, Evidence, Kind } from './draft.ts';
import { alikeKind } from './kinds/alike-kind.ts';
import { definitionKind } from './kinds/definition-kind.ts';
import { dutyKind } from './kinds/duty-kind.ts';
import { factKind } from './kinds/fact-kind.ts';
import { itemsKind } from './kinds/items-kind.ts';
import { overviewKind } from './kinds/overview-kind.ts';
import { placeKind } from './kinds/place-kind.ts';
import { rowKind } from './kinds/row-kind.ts';
import { sentenceKind } from './kinds/sentence-kind.ts';
import { sidesKind } from './kinds/sides-kind.ts';
import { subjectsKind } from './kinds/subjects-kind.ts';
import { timesKind } from './kinds/times-kind.ts';

/** Their order means nothing: the judge decides. */
const KINDS: readonly Kind[] = [
  sentenceKind,
  rowKind,
  sidesKind,
  timesKind,
  subjectsKind,
  itemsKind,
  alikeKind,
  overviewKind,
  definitionKind,
  dutyKind,
  placeKind,
  factKind,
];

/** What every kind of answer has to propose of the places that are asked about. */
export async function propose(evidence: Evidence): Promise<readonly Candidate[]> {
  const proposed = await Promise.all(KINDS.map((kind) => kind(evidence)));
  return proposed.flat().filter((candidate) => speaksOfPlaces(candidate, evidence));
}

/** A place that no document is of is only spoken of where its name stands; so is one within a region named. */
export function speaksOfPlaces(
  { claims }: Pick<Candidate, 'claims'>,
  { query: { scope } }: Evidence,
): boolean {
  const { documentIds, absentRegions, parts, places } = scope;
  const names =
    documentIds.length > 0 ? parts.map(shortPlace) : [...absentRegions.map(shortPlace), ...places];
  if (names.length === 0) return true;
  const cited = claims
    .flatMap(({ proofs }) => proofs.map(({ passage }) => flatPassage(passage)))
    .map(({ text, headings }) => headings + text)
    .join('\n');
  return names.some((name) => cited.includes(name));
}
