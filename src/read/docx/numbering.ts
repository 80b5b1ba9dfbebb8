import { inNumberForm } from '../number-forms.ts';
import { child, childrenNamed, numberOf, settingOf, type XmlElement } from './xml-tree.ts';

interface Level {
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

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Counters belong to the abstract list: lists that share it count on. */
  readonly abstractId: string;
  /** By level: where this list starts, the first time it is used. */
  readonly startsAnew: ReadonlyMap<number, number>;
}

export type Lists = ReadonlyMap<string, List>;

/** Lists of numbering.xml by numId. `listOfStyle` finds the list that a numbering style stands for. */
export function parseLists(
  numbering: XmlElement | null,
  listOfStyle: (styleId: string) => string | undefined,
): Lists {
  const abstracts = new Map(
    childrenNamed(numbering, 'abstractNum').map((abstract) => [
      abstract.attributes.abstractNumId ?? '',
      abstract,
    ]),
  );
  const nums = childrenNamed(numbering, 'num');
  const abstractIdOf = (numId: string | undefined): string =>
    settingOf(
      nums.find(({ attributes }) => attributes.numId === numId),
      'abstractNumId',
    ) ?? '';
  return new Map(
    nums.map((num) => {
      let abstractId = settingOf(num, 'abstractNumId') ?? '';
      // A list that only points at a numbering style has the levels of the list behind it.
      const link = settingOf(abstracts.get(abstractId), 'numStyleLink');
      if (link !== undefined) abstractId = abstractIdOf(listOfStyle(link)) || abstractId;
      return [num.attributes.numId ?? '', listOf(num, abstractId, abstracts.get(abstractId))];
    }),
  );
}

function listOf(num: XmlElement, abstractId: string, abstract: XmlElement | undefined): List {
  const levels = new Map<number, Level>();
  const startsAnew = new Map<number, number>();
  for (const level of childrenNamed(abstract ?? null, 'lvl')) {
    levels.set(Number(level.attributes.ilvl), levelOf(level));
  }
  for (const override of childrenNamed(num, 'lvlOverride')) {
    const ilvl = Number(override.attributes.ilvl);
    const level = child(override, 'lvl');
    if (level !== undefined) levels.set(ilvl, levelOf(level));
    const start = numberOf(override, 'startOverride');
    if (start !== undefined) startsAnew.set(ilvl, start);
  }
  return { levels, abstractId, startsAnew };
}

function levelOf(level: XmlElement): Level {
  return {
    start: numberOf(level, 'start') ?? 0,
    // Newer forms are wrapped, with an older one to fall back on.
    form:
      settingOf(level, 'numFmt') ??
      settingOf(level, 'AlternateContent', 'Fallback', 'numFmt') ??
      'decimal',
    template: settingOf(level, 'lvlText') ?? '',
    styleId: settingOf(level, 'pStyle') ?? null,
    restartsAfter: numberOf(level, 'lvlRestart') ?? null,
    isLegal: child(level, 'isLgl') !== undefined,
  };
}

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
