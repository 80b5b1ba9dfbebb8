import type { Lines, PlanDocument } from '../model.ts';
import { align } from './align.ts';
import { type Pair, pairUp } from './pair.ts';
import { type Unit, unitsOf } from './units.ts';
import { hasOtherFigures, type Piece, wordChanges } from './words.ts';

/** A paragraph, a heading or a cell that is not in both editions as it was. */
export interface Change {
  readonly type: 'heading' | 'text' | 'row' | 'cell';
  /** Where it stands; where it stood, if it is gone. */
  readonly headingPath: readonly string[];
  /** Of a cell: its row and its column. */
  readonly name: string | null;
  /** Null where the edition does not have it. */
  readonly before: string | null;
  readonly after: string | null;
  readonly pieces: readonly Piece[];
  readonly isFigure: boolean;
  readonly linesBefore: Lines | null;
  readonly linesAfter: Lines | null;
}

/** What changed from one edition to the other, in the order of the newer: first what has other figures. */
export function compareDocuments(before: PlanDocument, after: PlanDocument): readonly Change[] {
  const changes = pairsOf(unitsOf(before), unitsOf(after)).flatMap(changesIn);
  return [
    ...changes.filter(({ isFigure }) => isFigure),
    ...changes.filter(({ isFigure }) => !isFigure),
  ];
}

/** White space and the form of letters are no change. */
const keyOf = ({ type, text }: Unit): string => `${type} ${plain(text)}`;

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

function pairsOf(before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let gone: readonly Unit[] = [];
  const settle = (came: readonly Unit[]): void => {
    pairs.push(...pairUp(gone, came));
    gone = [];
  };
  for (const run of align(before, after, keyOf)) {
    if (run.in === 'before') gone = [...gone, ...run.items];
    else settle(run.in === 'after' ? run.items : []);
  }
  settle([]);
  return pairs;
}

function changesIn([before, after]: Pair): readonly Change[] {
  const unit = after ?? before;
  if (unit === undefined) return [];
  if (before?.type === 'row' && after?.type === 'row') return cellChanges(before, after);
  return [toChange(unit.type, null, [before, after], [before?.text ?? null, after?.text ?? null])];
}

function cellChanges(before: Unit, after: Unit): readonly Change[] {
  const rowName = after.cells.find(({ text }) => /\p{L}{2}/u.test(text ?? ''))?.text ?? after.text;
  const columns = Math.max(before.cells.length, after.cells.length);
  return Array.from({ length: columns }, (_, at) => at).flatMap((at) => {
    const [old, now] = [before.cells[at], after.cells[at]];
    const texts = [old?.text ?? null, now?.text ?? null] as const;
    if (plain(texts[0] ?? '') === plain(texts[1] ?? '')) return [];
    const name = `${rowName} · ${(now ?? old)?.column ?? ''}`;
    return [toChange('cell', name, [before, after], texts)];
  });
}

function toChange(
  type: Change['type'],
  name: string | null,
  [unitBefore, unitAfter]: Pair,
  [before, after]: readonly [string | null, string | null],
): Change {
  return {
    type,
    headingPath: (unitAfter ?? unitBefore)?.headingPath ?? [],
    name,
    before,
    after,
    pieces: wordChanges(before ?? '', after ?? ''),
    isFigure: hasOtherFigures(before, after),
    linesBefore: unitBefore?.lines ?? null,
    linesAfter: unitAfter?.lines ?? null,
  };
}
