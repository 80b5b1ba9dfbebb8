import { flatten } from './question-text.ts';

export interface Synonym {
  /** How people say it, flattened. */
  readonly everyday: string;
  /** How plans write it, flattened. */
  readonly official: readonly string[];
  readonly weight: number;
}

const DEFAULT_WEIGHT = 0.6;

interface Row {
  readonly everyday: string;
  readonly official: readonly string[];
  /** Undefined where the row leaves it out. */
  readonly weight: number | undefined;
}

/**
 * Reads tables of wordings: everyday, tab, official wordings joined by |, optionally tab and a weight. What later
 * rows say of the same everyday wording is added to what stood before; a weight they name counts for all of it.
 */
export function parseSynonyms(...tables: readonly string[]): readonly Synonym[] {
  const rows = new Map<string, Row>();
  for (const row of tables.flatMap(rowsIn)) {
    const before = rows.get(row.everyday);
    rows.set(row.everyday, {
      everyday: row.everyday,
      official: [...new Set([...(before?.official ?? []), ...row.official])],
      weight: row.weight ?? before?.weight,
    });
  }
  return [...rows.values()]
    .map(({ weight = DEFAULT_WEIGHT, ...row }) => ({ ...row, weight }))
    .sort((a, b) => b.everyday.length - a.everyday.length);
}

const rowsIn = (table: string): Row[] =>
  table
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [everyday = '', official = '', weight] = line.split('\t');
      return {
        everyday: flatten(everyday),
        official: official.split('|').map(flatten).filter(Boolean),
        weight: weight ? Number(weight) : undefined,
      };
    });

export interface SynonymFound {
  readonly synonym: Synonym;
  readonly start: number;
  readonly end: number;
}

/**
 * Everyday wordings standing in a flattened text, in its order; longer ones win, none overlap.
 * @param isWhole whether a stretch may be a wording of its own, rather than pieces of other words
 */
export function synonymsIn(
  flat: string,
  synonyms: readonly Synonym[],
  isWhole: (start: number, end: number) => boolean,
): readonly SynonymFound[] {
  const found: SynonymFound[] = [];
  for (const synonym of synonyms) {
    for (
      let at = flat.indexOf(synonym.everyday);
      at >= 0;
      at = flat.indexOf(synonym.everyday, at + 1)
    ) {
      const end = at + synonym.everyday.length;
      const isFree = found.every((other) => end <= other.start || at >= other.end);
      if (isFree && isWhole(at, end)) found.push({ synonym, start: at, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
