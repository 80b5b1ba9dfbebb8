import type { SectionKind } from '../model.ts';
import { readOrdinal } from './chinese-number.ts';

export type FamilyId =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'decimal'
  | 'heading'
  | 'noted-point'
  | 'panel'
  | 'item'
  | 'subitem'
  | 'point'
  | 'bracketed-point'
  | 'circled-point'
  | 'clause';

/** One way of numbering headings. */
export interface Family {
  readonly id: FamilyId;
  readonly kind: SectionKind;
  /** The number as printed, with its ordinal in the first group. */
  readonly pattern: RegExp;
  /**
   * Where the word itself says that this is a heading (第一章, 专栏 1), its rank among such words;
   * null where only the order of the numbers tells a heading from a list or a figure.
   */
  readonly rank: number | null;
}

const HAN = '[一二三四五六七八九十百零〇]';
const DIGIT = '[0-9０-９]';

/**
 * A title may begin with a figure of its own, which the point before it does not make a fraction: 3.2026年10件民生实事,
 * 21.5+2就业之家, 3.110千伏变电站, 2.15分钟生活圈, 3.3A级景区; 2.5万 is one figure.
 */
const OWN_FIGURE = [
  '\\d{4}年',
  '\\d{1,3}(?:[+＋][\\dA-Z]|分钟|千伏|[大不有化保通减免链圈网])',
  '\\d{3,5}(?![\\d.,，、。；万亿千公平立吨米亩倍元%％])',
  '\\d[ADGK](?![A-Za-z])',
].join('|');

export const FAMILIES: readonly Family[] = [
  {
    id: 'annex',
    kind: 'annex',
    pattern: new RegExp(`^附\\s*[件录](?:\\s*(${HAN}+|${DIGIT}+))?(?=[\\s：:]|$)`),
    rank: -1,
  },
  {
    id: 'part',
    kind: 'part',
    pattern: new RegExp(`^第\\s*(${HAN}+|${DIGIT}+)\\s*(?:编|篇|部分)`),
    rank: 0,
  },
  {
    id: 'chapter',
    kind: 'chapter',
    pattern: new RegExp(`^第\\s*(${HAN}+|${DIGIT}+)\\s*章`),
    rank: 1,
  },
  {
    id: 'section',
    kind: 'section',
    pattern: new RegExp(`^第\\s*(${HAN}+|${DIGIT}+)\\s*节`),
    rank: 2,
  },
  {
    id: 'article',
    kind: 'article',
    // 第三条规定的… speaks of an article.
    pattern: new RegExp(
      `^第\\s*(${HAN}+|${DIGIT}+)\\s*条(?![款的第至和及与、，。）)]|第|项(?!目)|规定|所(?:列|述|称|规|指|定)|中(?:的|所|规|第))`,
    ),
    rank: 3,
  },
  { id: 'panel', kind: 'panel', pattern: new RegExp(`^专栏\\s*(${HAN}+|${DIGIT}+)?`), rank: 4 },
  { id: 'item', kind: 'item', pattern: new RegExp(`^(${HAN}+)[、．](?!$)`), rank: null },
  { id: 'subitem', kind: 'subitem', pattern: new RegExp(`^[（(](${HAN}+)[）)]、?`), rank: null },
  {
    id: 'point',
    kind: 'point',
    pattern: new RegExp(`^(${DIGIT}{1,3})[．.、](?:(?!${DIGIT})|(?=(?:${OWN_FIGURE})))`),
    rank: null,
  },
  {
    id: 'bracketed-point',
    kind: 'point',
    pattern: new RegExp(`^[（(](${DIGIT}{1,2})[）)]`),
    rank: null,
  },
  { id: 'circled-point', kind: 'point', pattern: /^([①-⑳])/, rank: null },
  { id: 'noted-point', kind: 'point', pattern: /^[［[〔](\d{1,3})[］\]〕]/, rank: null },
  { id: 'clause', kind: 'point', pattern: /^([一二三四五六七八九十]{1,2})是/, rank: null },
];

/** A number at the beginning of a text. */
export interface Marker {
  readonly family: Family;
  readonly number: string;
  /** From 1; null for a panel without a number. */
  readonly ordinal: number | null;
  /** What follows the number. */
  readonly rest: string;
}

export function readMarker(text: string): Marker | null {
  for (const family of FAMILIES) {
    const match = family.pattern.exec(text);
    if (match === null) continue;
    return {
      family,
      number: match[0].trim(),
      ordinal: match[1] === undefined ? null : readOrdinal(match[1]),
      rest: text.slice(match[0].length).replace(/^[\s：:，,]+/, ''),
    };
  }
  return null;
}
