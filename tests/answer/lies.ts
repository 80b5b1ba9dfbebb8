import type { DraftClaim } from '../../src/answer/draft.ts';

export type LieKind = 'figure' | 'numeral' | 'exchange' | 'unit' | 'qualifier' | 'year' | 'region';

export interface Lie {
  readonly kind: LieKind;
  /** What became what. */
  readonly change: string;
  readonly claim: DraftClaim;
}

/** Numbers from 0 up to 1 that follow from a seed alone. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Replacements of what a pattern finds, none of them equal to it. */
interface Swap {
  readonly kind: LieKind;
  readonly pattern: RegExp;
  readonly into: (found: string, random: () => number, claim: DraftClaim) => readonly string[];
}

const YEAR = /(?:19|20)\d{2}(?=\s*年)/gu;
const FIGURE = /(?<![a-z\d.〔])\d+(?:\.\d+)?(?![\d.]*[a-z〕]|[年月日号项章节]|\s*年)/giu;

function otherFigures(figure: string, random: () => number): string[] {
  const at = Math.floor(random() * figure.length);
  const digit = figure.charAt(at);
  const other = String((Number(digit) + 1 + Math.floor(random() * 8)) % 10);
  return [
    digit === '.' ? figure.replace('.', '') : figure.slice(0, at) + other + figure.slice(at + 1),
    `${figure}${Math.floor(random() * 9) + 1}`,
    `${Math.floor(random() * 9) + 1}${figure}`,
    figure.includes('.') ? figure.replace(/\.\d+$/u, '') : `${figure}.5`,
    figure.length > 1 ? figure.slice(1).replace(/^\./u, '') : '',
  ].filter((one) => /^\d/u.test(one) && Number(one) !== Number(figure));
}

const NUMERALS = '一二三四五六七八九';

const table = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text.split(' ').map((entry) => {
      const [from = '', to = ''] = entry.split('→');
      return [from, to.split('|')];
    }),
  );

const UNITS = table(
  '%→个百分点|‰ 个百分点→% 亿元→万元|亿美元|元 万元→亿元|元 亿美元→亿元|万美元 万人→人|万户 万吨→吨|亿吨 万人次→万人 ' +
    '平方公里→平方米|公里 公里→米|里 亩→公顷 万平方米→平方米 个→家|项 家→个 项→个|条 处→座 所→个 件→个 人→户 岁→年 张→个 万千瓦→千瓦 场→次',
);
const UNIT = new RegExp(
  `(?<=(?<![A-Za-z\\d第])[\\d.]+\\s*)(?:${[...UNITS.keys()].sort((a, b) => b.length - a.length).join('|')})`,
  'gu',
);

const QUALIFIERS = table(
  '以上→以下|以内|左右| 以内→以上|左右| 左右→以上|以内| 超过→不足|达到|约 突破→接近|达到 不低于→不超过|高于 不超过→不低于 ' +
    '年均→累计|同比 累计→年均| 同比→累计 力争→确保 增长→下降|减少 下降→增长 提高→降低 降低→提高 新增→减少|',
);
/** 突破行动 is a name: only of a figure does such a word say how exact it is. */
const QUALIFIER = new RegExp(
  `(?:${[...QUALIFIERS.keys()].join('|')})(?!\\])(?<!(?:突破|超过)(?![^，。；]{0,4}\\d))`,
  'gu',
);
const REGIONS = ['淄川区', '周村区', '淄博高新区', '淄博市'];

/** Two years of it have the same figure, so that either may be said of it. */
function hasOneFigure({ text, proofs }: DraftClaim): boolean {
  const cited = proofs.map(({ passage }) => (passage.kind === 'row' ? passage.quotable : ''));
  const figures = [text, ...cited].join(' ').match(/\d+\.\d+/gu) ?? [];
  return figures.length > 1 && new Set(figures).size === 1;
}

const SWAPS: readonly Swap[] = [
  { kind: 'figure', pattern: FIGURE, into: otherFigures },
  {
    kind: 'numeral',
    pattern: /(?<![第十百千])[二三四五六七八九](?=大|个|条|处|座|项|所)/gu,
    into: (numeral, random) => [
      NUMERALS.charAt((NUMERALS.indexOf(numeral) + 1 + Math.floor(random() * 7)) % 9),
    ],
  },
  { kind: 'unit', pattern: UNIT, into: (unit) => UNITS.get(unit) ?? [] },
  { kind: 'qualifier', pattern: QUALIFIER, into: (word) => QUALIFIERS.get(word) ?? [] },
  {
    kind: 'qualifier',
    pattern: /(?<=\d\s*(?:%|亿元|万元|万人|公里|家|个|万吨))(?=[，。；,;]|$)/gu,
    into: () => ['以上', '左右', '以内'],
  },
  {
    kind: 'year',
    pattern: YEAR,
    into: (year, _random, claim) => {
      const isSaid = (other: string): boolean =>
        claim.text.includes(other) ||
        claim.proofs.some(({ passage }) => passage.text.includes(other));
      return ['2020', '2024', '2025', '2026', '2035'].filter(
        (other) => other !== year && !(isSaid(other) && hasOneFigure(claim)),
      );
    },
  },
  {
    kind: 'year',
    pattern: /十[三四五]五(?=[”"]?(?:时期|期间|末))/gu,
    into: (period) => ['十三五', '十四五', '十五五'].filter((other) => other !== period),
  },
  {
    kind: 'region',
    pattern: /淄川区?|周村区?|淄博高新区|淄博市/gu,
    into: (region) =>
      REGIONS.filter((other) => !other.startsWith(region) && !region.startsWith(other)),
  },
];

const SAME_UNIT =
  /(?<![a-z\d.:：])(\d+(?:\.\d+)?)(\s*)(%|个百分点|亿元|万元|亿美元|美元|元|万人|人|公里|平方公里|家|个|项|所|处|件|条|万吨|万亩|张|岁)/gu;

/** Each two figures of one unit in each other's place. */
function exchanges({ text, ...rest }: DraftClaim): Lie[] {
  const figures = [...text.matchAll(SAME_UNIT)];
  return figures.flatMap((first, at) =>
    figures
      .slice(at + 1)
      .filter((second) => second[3] === first[3] && Number(second[1]) !== Number(first[1]))
      .map((second) => {
        const [one = '', other = ''] = [first[1], second[1]];
        const between = text.slice(first.index + one.length, second.index);
        const end = text.slice(second.index + other.length);
        return {
          kind: 'exchange' as const,
          change: `${one}↔${other}`,
          claim: { ...rest, text: text.slice(0, first.index) + other + between + one + end },
        };
      }),
  );
}

/** Every lie of one changed word that can be told of a true claim. */
export function liesOf(claim: DraftClaim, random: () => number): Lie[] {
  const changes = SWAPS.flatMap(({ kind, pattern, into }) =>
    [...claim.text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      into(found, random, claim).map((other) => ({
        kind,
        change: `${found}→${other}`,
        claim: {
          ...claim,
          text: claim.text.slice(0, index) + other + claim.text.slice(index + found.length),
        },
      })),
    ),
  );
  return [...changes, ...exchanges(claim)];
}
