import type { Level, List, Lists } from '../list-numbering.ts';
import type { WordFile } from './word-file.ts';

/** Forms of numbers as these files code them, by the names of the newer format. */
const FORMS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const LISTS_AT = 0x2e2;
const REFERENCES_AT = 0x2ea;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const REFERENCE_BYTES = 16;
const NO_STYLE = 0xfff;
const IS_SIMPLE = 1;
const IS_LEGAL = 4;
const HAS_OWN_RESTART = 8;
const HAS_START = 0x10;
const HAS_LEVEL = 0x20;

/** Lists by the number that paragraphs give, from 1. */
export function parseLists({ document, table }: WordFile): Lists {
  const levels = levelsByList(document, table);
  const start = document.readUInt32LE(REFERENCES_AT);
  if (document.readUInt32LE(REFERENCES_AT + 4) < 4) return new Map();
  const count = table.readUInt32LE(start);
  const lists = new Map<string, List>();
  let overrides = start + 4 + count * REFERENCE_BYTES;
  for (let index = 0; index < count; index++) {
    const at = start + 4 + index * REFERENCE_BYTES;
    const abstractId = String(table.readInt32LE(at));
    const own = new Map(levels.get(abstractId));
    const startsAnew = new Map<number, number>();
    overrides += 4;
    for (let left = table[at + 12] ?? 0; left > 0; left--) {
      const flags = table.readUInt32LE(overrides + 4);
      const ilvl = flags & 0xf;
      if ((flags & HAS_START) !== 0) startsAnew.set(ilvl, table.readInt32LE(overrides));
      overrides += 8;
      if ((flags & HAS_LEVEL) === 0) continue;
      const { level, end } = levelAt(table, overrides, own.get(ilvl)?.styleId ?? null);
      own.set(ilvl, level);
      if ((flags & HAS_START) !== 0) startsAnew.set(ilvl, level.start);
      overrides = end;
    }
    lists.set(String(index + 1), { levels: own, abstractId, startsAnew });
  }
  return lists;
}

/** Levels of each list; they stand behind the table of all lists, in its order. */
function levelsByList(
  document: Buffer,
  table: Buffer,
): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const start = document.readUInt32LE(LISTS_AT);
  const size = document.readUInt32LE(LISTS_AT + 4);
  const lists = new Map<string, Map<number, Level>>();
  if (size < 2) return lists;
  let at = start + size;
  for (let index = 0; index < table.readUInt16LE(start); index++) {
    const list = start + 2 + index * LIST_BYTES;
    const levels = new Map<number, Level>();
    const count = ((table[list + 26] ?? 0) & IS_SIMPLE) === 0 ? 9 : 1;
    for (let ilvl = 0; ilvl < count; ilvl++) {
      const style = table.readUInt16LE(list + 8 + ilvl * 2) & NO_STYLE;
      const { level, end } = levelAt(table, at, style === NO_STYLE ? null : String(style));
      levels.set(ilvl, level);
      at = end;
    }
    lists.set(String(table.readInt32LE(list)), levels);
  }
  return lists;
}

function levelAt(
  table: Buffer,
  at: number,
  styleId: string | null,
): { readonly level: Level; readonly end: number } {
  const flags = table[at + 5] ?? 0;
  const text = at + LEVEL_BYTES + (table[at + 24] ?? 0) + (table[at + 25] ?? 0);
  const end = text + 2 + table.readUInt16LE(text) * 2;
  const level: Level = {
    start: table.readInt32LE(at),
    form: FORMS[table[at + 4] ?? 0] ?? 'decimal',
    template: templateOf(table.toString('utf16le', text + 2, end)),
    styleId,
    restartsAfter: (flags & HAS_OWN_RESTART) === 0 ? null : (table[at + 26] ?? 0),
    isLegal: (flags & IS_LEGAL) !== 0,
  };
  return { level, end };
}

/** Signs 0 to 8 stand for the numbers of the levels. */
function templateOf(text: string): string {
  return text
    .split('')
    .map((sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join('');
}
