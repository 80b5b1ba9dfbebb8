import { inNumberForm } from './number-forms.ts';

/** A level of an automatic list. */
export interface Level {
  readonly start: number;
  /** Name of the form, e.g. chineseCounting. */
  readonly form: string;
  /** 第%1章: %n stands for the number of level n, from 1. */
  readonly template: string;
  /** Id of the style whose paragraphs are of this level. */
  readonly styleId: string | null;
  /** Levels up to this one, from 1, start it anew; 0 for none; null for any above. */
  readonly restartsAfter: number | null;
  /** Upper levels are shown in plain digits. */
  readonly isLegal: boolean;
}

/** A list that paragraphs refer to. */
export interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Counters belong to the abstract list: lists that share it count on. */
  readonly abstractId: string;
  /** By level: where this list starts, the first time it is used. */
  readonly startsAnew: ReadonlyMap<number, number>;
}

export type Lists = ReadonlyMap<string, List>;

/** The level of a list that belongs to one of these styles; undefined where none does. */
export function levelOfStyle(
  list: List | undefined,
  styleIds: readonly string[],
): number | undefined {
  for (const styleId of styleIds) {
    for (const [ilvl, level] of list?.levels ?? []) {
      if (level.styleId === styleId) return ilvl;
    }
  }
  return undefined;
}

/** Counts numbered paragraphs in the order of the text, as Word does. */
export class NumberCounter {
  readonly #lists: Lists;
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #started = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The next number, as printed, e.g. 第三章; null where the list shows none (bullets too). */
  next(numId: string, ilvl: number): string | null {
    const list = this.#lists.get(numId);
    const level = list?.levels.get(ilvl);
    if (list === undefined || level === undefined) return null;
    const counts = this.#countsOf(list.abstractId);
    const first = this.#firstUse(numId, list, ilvl);
    const before = counts.get(ilvl);
    counts.set(ilvl, first ?? (before === undefined ? level.start : before + 1));
    for (const deeper of counts.keys()) {
      if (deeper > ilvl && restarts(list.levels.get(deeper), ilvl)) counts.delete(deeper);
    }
    return print(list, level, counts);
  }

  #countsOf(abstractId: string): Map<number, number> {
    const counts = this.#counts.get(abstractId) ?? new Map<number, number>();
    this.#counts.set(abstractId, counts);
    return counts;
  }

  /** A list's own start counts once; after that it goes on. */
  #firstUse(numId: string, list: List, ilvl: number): number | undefined {
    const start = list.startsAnew.get(ilvl);
    const key = `${numId}/${ilvl}`;
    if (start === undefined || this.#started.has(key)) return undefined;
    this.#started.add(key);
    return start;
  }
}

function restarts(level: Level | undefined, above: number): boolean {
  const limit = level?.restartsAfter ?? null;
  return limit === null || above + 1 <= limit;
}

function print(list: List, level: Level, counts: ReadonlyMap<number, number>): string | null {
  if (level.form === 'bullet') return null;
  const text = level.template.replace(/%([1-9])/gu, (_, digit: string) => {
    const shown = list.levels.get(Number(digit) - 1);
    const count = counts.get(Number(digit) - 1) ?? shown?.start ?? 1;
    const isPlain = level.isLegal && shown?.form !== 'decimalZero';
    return inNumberForm(count, isPlain ? 'decimal' : (shown?.form ?? 'decimal'));
  });
  return text.trim() === '' ? null : text.trim();
}
