import type { Indicator } from '../../model.ts';
import { conceptIn } from '../../retrieve/matching.ts';
import type { AskedUnit } from '../../understand/asked-unit.ts';
import type { Concept, Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';

export interface IndicatorMatch {
  readonly indicator: Indicator;
  /** 0–1. */
  readonly score: number;
}

const MIN_SCORE = 0.58;
/** Words that make another figure of the same thing: 人均GDP is not GDP. */
const QUALIFIERS = ['人均', '户均', '亩均', '地均', '农村居民', '城镇居民'];
/** A word in common does not yet mean the indicator (教育 in 受教育年限). */
const MIN_NAME = 0.18;
/** How much the name's own words count against the question's. */
const NAME_SHARE = 0.4;
/** Pieces of names that say how a thing is measured, not which thing it is. */
const MEASURE =
  /增长速度|增速|增长率?|占(?:gdp|地区生产总值|生产总值)?(?:的)?比重|拥有量|比例|比率|综合|每(?:千|万)人?(?:口)?(?:拥有)?|全社会|单位|数$|率$|[()（）/]/gu;

/** Kinds of figure an indicator of a unit can answer. */
const UNITS_OF: Readonly<Record<string, RegExp>> = {
  份额: /[%‰]/u,
  亿元: /亿/u,
  元: /元/u,
  万吨: /吨/u,
  万人: /万人/u,
  岁: /岁/u,
  名次: /$^/u,
  美元: /美元/u,
  公里: /公里|米/u,
  面积: /平方|亩|公顷/u,
};

/** Whether an indicator's unit can be what is asked for; counts and plain 多少 take any. */
export function unitAnswers(unit: AskedUnit | undefined, indicator: Indicator): boolean {
  const wanted = unit && UNITS_OF[unit.name];
  return wanted === undefined || wanted.test(indicator.unit ?? '');
}

const bigrams = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Share of the name's telling part that the question's wordings hold. */
function nameCoverage(name: string, wordings: string): number {
  const telling = name.replace(MEASURE, ' ').split(/\s+/u).filter(Boolean);
  const wanted = telling.flatMap((part) => (part.length > 1 ? bigrams(part) : [part]));
  const all = wanted.length > 0 ? wanted : bigrams(name);
  return all.filter((piece) => wordings.includes(piece)).length / all.length;
}

const nameOf = (indicator: Indicator): string =>
  flatten(`${indicator.name}${indicator.unit ?? ''}`);

/** 占比、比例 …: said by the unit rather than by the name. */
const MEASURE_WORDS = /^(?:占比|比例|比重|比率|占|率|百分点|数量|总量|人|目标)$/u;
/** A concept that no indicator is about speaks against all of them, but people use many words. */
const FOREIGN_SHARE = 0.5;

interface WeighedConcept {
  readonly concept: Concept;
  readonly weight: number;
}

/** What the question is about, weighed by how few names of indicators say it. */
function weigh(query: Query, names: readonly string[]): WeighedConcept[] {
  return query.concepts
    .filter(({ unknown, said }) => !unknown && !MEASURE_WORDS.test(said))
    .map((concept) => {
      const saying = names.filter((name) => conceptIn(concept, name) > 0.3).length;
      const weight = Math.log(1 + names.length / (1 + saying));
      return { concept, weight: saying > 0 ? weight : weight * FOREIGN_SHARE };
    });
}

/** Share of the question's content that the name holds. */
function questionCoverage(weighed: readonly WeighedConcept[], name: string): number {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const got = weighed.reduce(
    (sum, { concept, weight }) => sum + weight * conceptIn(concept, name),
    0,
  );
  return total > 0 ? got / total : 0;
}

/** From this match on the question means the row, and an empty row is the answer. */
export const SURE = 0.75;

/**
 * Rows whose name the question means, best first; a document's best only. Empty where none is meant. What an
 * earlier turn was about counts only where the turn itself names no row: 森林覆盖率呢 is not about 城镇化率.
 */
export function matchIndicators(query: Query, indicators: readonly Indicator[]): IndicatorMatch[] {
  return matchEach(query, indicators) ?? matchOne(query, indicators);
}

const JOINS = /[和与及跟\s]|以及|还有/u;

/** Where a question names several rows (城镇化率和森林覆盖率) those of each, whatever they are counted in. */
function matchEach(query: Query, indicators: readonly Indicator[]): IndicatorMatch[] | undefined {
  const things = query.phrases.split(JOINS).flatMap((content) => {
    const concepts = query.concepts.filter(({ said }) => content.includes(said));
    return concepts.length > 0 ? [{ ...query, content, concepts, unit: undefined }] : [];
  });
  if (things.length < 2) return undefined;
  const found = things.map((thing) => matches(thing, indicators));
  const rows = new Set(found.map(([best]) => best?.indicator.passageId));
  const isEachSure = found.every(([best]) => (best?.score ?? 0) >= SURE);
  return isEachSure && rows.size === things.length ? found.flat() : undefined;
}

/** What the question as a whole means. */
function matchOne(query: Query, indicators: readonly Indicator[]): IndicatorMatch[] {
  const own = query.concepts.filter(({ isInherited }) => !isInherited);
  if (own.length === query.concepts.length) return matches(query, indicators);
  const named = matches({ ...query, concepts: own }, indicators);
  return (named[0]?.score ?? 0) >= SURE ? named : matches(query, indicators);
}

function matches(query: Query, indicators: readonly Indicator[]): IndicatorMatch[] {
  const wordings = flatten(
    [query.content, ...query.concepts.flatMap(({ forms }) => forms.map(({ text }) => text))].join(
      ' ',
    ),
  );
  const weighed = weigh(query, [...new Set(indicators.map(nameOf))]);
  const scores = new Map<string, number>();
  const scoreOf = (indicator: Indicator): number => {
    const name = nameOf(indicator);
    const known = scores.get(name) ?? score(flatten(indicator.name), name);
    scores.set(name, known);
    return known;
  };
  const score = (bare: string, name: string): number => {
    const covered = nameCoverage(bare, wordings);
    if (covered < MIN_NAME) return 0;
    return NAME_SHARE * covered + (1 - NAME_SHARE) * questionCoverage(weighed, name);
  };
  const qualifiers = QUALIFIERS.filter((word) => flatten(query.content).includes(word));
  const isQualified = (name: string): boolean => qualifiers.every((word) => name.includes(word));
  const scored = indicators
    .filter((indicator) => unitAnswers(query.unit, indicator) && isQualified(nameOf(indicator)))
    .map((indicator) => ({ indicator, score: scoreOf(indicator) }))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || a.indicator.number - b.indicator.number);
  const best = new Map<string, IndicatorMatch>();
  for (const match of scored)
    if (!best.has(match.indicator.documentId)) best.set(match.indicator.documentId, match);
  return [...best.values()];
}
