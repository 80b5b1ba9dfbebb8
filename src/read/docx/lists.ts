import type { Level, List, Lists } from '../list-numbering.ts';
import { child, childrenNamed, numberOf, settingOf, type XmlElement } from './xml-tree.ts';

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
