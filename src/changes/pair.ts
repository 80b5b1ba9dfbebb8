import type { Unit } from './units.ts';

/** Below this share of common letters two texts are two texts, not one that changed. */
const MIN_LIKENESS = 0.5;
/** Larger gaps are told as gone and come: to compare each with each would take too long. */
const MAX_COMPARISONS = 200_000;

export type Pair = readonly [before: Unit | undefined, after: Unit | undefined];

/** Joins what is gone with what came where one became the other; order is kept on both sides. */
export function pairUp(before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  if (before.length * after.length > MAX_COMPARISONS) {
    return [
      ...before.map((unit): Pair => [unit, undefined]),
      ...after.map((unit): Pair => [undefined, unit]),
    ];
  }
  const likeness = likenesses(before, after);
  const best = bestSums(likeness);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const alike = likeness[i]?.[j] ?? 0;
    const here = best[i]?.[j] ?? 0;
    if (alike > 0 && here === alike + (best[i + 1]?.[j + 1] ?? 0)) {
      pairs.push([before[i], after[j]]);
      i += 1;
      j += 1;
    } else if (i < before.length && here === (best[i + 1]?.[j] ?? 0)) {
      pairs.push([before[i], undefined]);
      i += 1;
    } else {
      pairs.push([undefined, after[j]]);
      j += 1;
    }
  }
  return pairs;
}

/** The largest sum of likenesses from each place on. */
function bestSums(likeness: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const width = likeness[0]?.length ?? 0;
  const best = Array.from({ length: likeness.length + 1 }, () =>
    new Array<number>(width + 1).fill(0),
  );
  for (let i = likeness.length - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const alike = likeness[i]?.[j] ?? 0;
      const paired = alike > 0 ? alike + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(paired, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return best;
}

function likenesses(
  before: readonly Unit[],
  after: readonly Unit[],
): readonly (readonly number[])[] {
  const grams = after.map(gramsOf);
  return before.map((unit) => {
    const own = gramsOf(unit);
    return after.map((other, at) =>
      other.type === unit.type ? likenessOf(own, grams[at] ?? new Set()) : 0,
    );
  });
}

/** A row is known by its name, whatever its figures. */
function gramsOf({ type, text, cells }: Unit): ReadonlySet<string> {
  const said =
    type === 'row' ? (cells.find((cell) => /\p{L}{2}/u.test(cell.text ?? ''))?.text ?? text) : text;
  const bare = said.replace(/[\s\p{P}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(1, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)),
  );
}

/** Twice the common pairs of letters over all; 0 where too few to call it one text. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  const likeness = (2 * common) / (a.size + b.size);
  return likeness < MIN_LIKENESS ? 0 : likeness;
}
