import type { Query } from './query.ts';
import { flatten } from './question-text.ts';

/** What tells the sort of a question. `gram:` a run of its characters; the others are 0 to 1. */
export type KindFeatures = ReadonlyMap<string, number>;

/** What of a query, short of `kinds` itself, tells its kind. */
export type QueryBeforeKinds = Omit<Query, 'kinds'>;

const LONGEST_GRAM = 3;
/** A kind shows at the ends of a long question, not in its middle. */
const READ_CHARS = 60;
/** A document's own words make a question to the documents likely: idf at which a word says all it can. */
const TELLING_WEIGHT = 6;

/** Places, figures and years say what is asked about, not in which way. */
function masked(text: string, placeNames: readonly string[]): string {
  const flat = placeNames.reduce((rest, name) => rest.replaceAll(name, '地'), flatten(text));
  const plain = flat.replace(/(?:19|20)\d{2}/gu, '年').replace(/\d+(?:\.\d+)?/gu, '0');
  const characters = Array.from(plain);
  const ends =
    characters.length > 2 * READ_CHARS
      ? [...characters.slice(0, READ_CHARS), ' ', ...characters.slice(-READ_CHARS)]
      : characters;
  return `^${ends.join('')}$`;
}

function gramsOf(text: string): Set<string> {
  const characters = Array.from(text);
  const grams = new Set<string>();
  for (let length = 1; length <= LONGEST_GRAM; length += 1)
    for (let at = 0; at + length <= characters.length; at += 1) {
      const gram = characters.slice(at, at + length).join('');
      if (gram !== '^' && gram !== '$') grams.add(gram);
    }
  return grams;
}

export function kindFeatures(query: QueryBeforeKinds): KindFeatures {
  const features = new Map<string, number>();
  const grams = gramsOf(masked(query.text, query.names));
  for (const gram of grams) features.set(`gram:${gram}`, 1 / Math.sqrt(grams.size));
  for (const want of query.wants) features.set(`want:${want}`, 1);
  const own = query.concepts.filter(({ isInherited }) => !isInherited);
  const known = own.filter(({ unknown }) => !unknown).map(({ weight }) => weight);
  const { scope, time, text } = query;
  const isNear = scope.documentIds.length + scope.absentRegions.length > 0 || scope.everyRegion;
  const saysTime =
    time.years.length + time.periods.length + (time.relative?.length ?? 0) > 0 || time.now;
  const characters = Array.from(flatten(text)).length;
  const dense: Readonly<Record<string, number>> = {
    place: Number(isNear),
    time: Number(saysTime),
    figure: Number(query.unit !== undefined),
    planned: Number(query.planned !== null),
    telling: Math.min(1, Math.max(0, ...known) / TELLING_WEIGHT),
    unknown: own.length === 0 ? 0 : (own.length - known.length) / own.length,
    empty: Number(own.length === 0),
    several: Math.min(1, known.length / 4),
    short: Number(characters <= 4),
    brief: Number(characters <= 8),
    long: Number(characters > 15),
    latin: (flatten(text).match(/[a-z]/gu)?.length ?? 0) / Math.max(1, characters),
    document: Number(/规划|计划|报告|纲要|文件|原文|材料/u.test(text)),
  };
  for (const [name, value] of Object.entries(dense)) if (value !== 0) features.set(name, value);
  return features;
}
