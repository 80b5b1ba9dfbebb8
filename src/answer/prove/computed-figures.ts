import type { Computed, DocumentInfo } from '../../model.ts';
import { readNumeral } from '../../parse/chinese-number.ts';
import type { DraftClaim } from '../draft.ts';
import { type CitedReading, citedText } from './cited-readings.ts';
import { withoutLead } from './claim-lead.ts';
import { compact } from './compact-text.ts';
import { amountOf, isSameAmount, type Quantity } from './quantity.ts';
import { type Reading, readingsIn } from './readings.ts';
import { leaning } from './word-overlap.ts';

/** A figure of a claim beside the sentence of the claim it stands in. */
interface Said {
  readonly reading: Reading;
  /** The other figures of the claim. */
  readonly others: readonly Reading[];
  /** What the claim says before it in its clause. */
  readonly before: string;
  /** The whole claim, compact. */
  readonly claim: string;
  /** How many quotes it has. */
  readonly proofs: number;
}

/** The figures of a claim that nothing it cites states and our own arithmetic gives. */
export function computedIn(
  claim: DraftClaim,
  documents: ReadonlyMap<string, DocumentInfo>,
): readonly Computed[] {
  const text = withoutLead(compact(claim.text));
  const claimed = readingsIn(text);
  const cited = citedText(claim.proofs, documents).readings;
  return claimed.flatMap((reading) => {
    if (cited.some((one) => isSameAmount(one, reading))) return [];
    const before = /[^，。；]*$/u.exec(text.slice(0, reading.start))?.[0] ?? '';
    return (
      computedFrom(
        {
          reading,
          before,
          claim: text,
          proofs: claim.proofs.length,
          others: claimed.filter((one) => one !== reading),
        },
        cited,
      ) ?? []
    );
  });
}

/**
 * How a figure that nothing cited states comes out of figures that are cited, by our own arithmetic: a difference, a
 * sum, a ratio, or the number of things the claim lists. Undefined where it does not, or goes the wrong way.
 */
function computedFrom(said: Said, cited: readonly Reading[]): Computed | undefined {
  return (
    asCount(said, cited) ?? asSum(said, cited) ?? asDifference(said, cited) ?? asRatio(said, cited)
  );
}

const numberOf = (one: Quantity): number => amountOf(one).numbers[0] ?? Number.NaN;
const isOne = ({ kind, values }: Quantity): boolean => kind === 'amount' && values.length === 1;

/** Whether a number is the one that comes out, or about it where it says so. */
function isAsExact(
  said: number,
  exact: number,
  { values: [digits = ''], bounds }: Quantity,
): boolean {
  const step = 10 ** -(digits.split('.')[1]?.length ?? 0);
  const off = Math.abs(said - exact);
  const isExact = off <= step * 1e-6 + 1e-9;
  if (bounds.length === 0) return isExact;
  return !isExact && bounds.every((bound) => ABOUT.test(bound)) && off <= step * 0.501;
}

/** Of figures that are about right what comes out is too. */
const isRough = ({ bounds }: Quantity): boolean => bounds.some((bound) => ABOUT.test(bound));
/** About right is what says so, and no more needs to be right of it. */
const asRough = (one: Quantity): Quantity => ({
  ...one,
  bounds: isRough(one) ? one.bounds.filter((bound) => !ABOUT.test(bound)) : ['不'],
});

const ABOUT = /^(?:约|大约|左右|上下)$/u;

const SUMS = /合计|总计|一共|总共|共计|加起来|相加|加总|之和|共(?![同建享])/u;

function asSum({ reading, others, before }: Said, cited: readonly Reading[]): Computed | undefined {
  if (!SUMS.test(before) || !isOne(reading)) return undefined;
  const { unit } = amountOf(reading);
  const parts = others.filter(
    (one) =>
      isOne(one) &&
      amountOf(one).unit === unit &&
      one.sentence === reading.sentence &&
      isCited(one, cited),
  );
  const sum = parts.reduce((all, one) => all + numberOf(one), 0);
  if (parts.length < 2 || !isAsExact(numberOf(reading), sum, reading)) return undefined;
  return computed(reading, 'sum', parts);
}

const UP = /增加|增长|提高|提升|上升|扩大|高|多|增|领先/u;
const DOWN = /减少|下降|降低|缩小|低|少|降|落后/u;
const APART = /相差|差距|差额|之差|差(?!异)/u;

function asDifference(
  { reading, others, before }: Said,
  cited: readonly Reading[],
): Computed | undefined {
  const [isUp, isDown] = [UP.test(before), DOWN.test(before)];
  if (!isOne(reading) || !(isUp || isDown || APART.test(before))) return undefined;
  const pairs = pairsFor(reading, others, cited).filter(
    ([one, other]) =>
      Math.abs(numberOf(one) - numberOf(other)) > 0 &&
      isAsExact(
        numberOf(reading),
        Math.abs(numberOf(one) - numberOf(other)),
        isRough(one) || isRough(other) ? asRough(scaledTo(reading)) : scaledTo(reading),
      ),
  );
  const pair = pairs.find(
    ([one, other]) => APART.test(before) || goesRight(before, one, other, isUp),
  );
  return pair && computed(reading, 'difference', pair);
}

/** Exactness of 1.25万亿元 is that of its own digits, whatever its scale. */
function scaledTo(reading: Reading): Quantity {
  const factor = numberOf(reading) / Number(reading.values[0]);
  return factor === 1 ? reading : { ...reading, values: [String(numberOf(reading))] };
}

/**
 * A比B高: what is said of A is the greater one. 由A提高到B: the later one is. Where nothing tells the two apart, it is
 * not proven.
 */
function goesRight(before: string, one: Reading, other: Reading, isUp: boolean): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const base = baseOf(before, one, other);
  if (base) return isUp === numberOf(base === one ? other : one) > numberOf(base);
  const compared = /^(?<subject>.*)[比较](?<object>.*)$/u.exec(before)?.groups;
  const isGreaterFirst = numberOf(first) > numberOf(second);
  if (!compared) return isUp ? !isGreaterFirst : isGreaterFirst;
  const lean =
    leaning(compared.subject ?? '', first.words, second.words) -
    leaning(compared.object ?? '', first.words, second.words);
  if (Math.abs(lean) < CLEAR) return false;
  return isUp === (lean > 0 ? isGreaterFirst : !isGreaterFirst);
}

/** 比2025年少: of two figures the one of the year that is compared with. */
function baseOf(before: string, one: Reading, other: Reading): Reading | undefined {
  const year = /[比较]((?:19|20)\d{2})年/u.exec(before)?.[1];
  if (year === undefined) return undefined;
  const of = [one, other].filter((some) => yearsOf(some).includes(year));
  return of.length === 1 ? of[0] : undefined;
}

const yearsOf = (one: Reading): readonly string[] =>
  one.times.length === 0 && 'givenTimes' in one ? (one as CitedReading).givenTimes : one.times;

const CLEAR = 0.3;

/** The figures a claim reckons with: two it says itself, else the only two of that unit that are cited. */
function pairsFor(
  reading: Reading,
  others: readonly Reading[],
  cited: readonly Reading[],
): [Reading, Reading][] {
  const { unit } = amountOf(reading);
  const isOfUnit = (one: Reading): boolean => {
    const own = amountOf(one).unit;
    return isOne(one) && own === (unit === '百分点' ? '%' : unit) && unit !== '%';
  };
  const told = others.filter((one) => isOfUnit(one) && isCited(one, cited));
  const known = cited.filter(isOfUnit);
  const some = told.length >= 2 ? told : known;
  if (told.length < 2 && known.length !== 2 && told.length !== 1) return [];
  return some.flatMap((one, at) =>
    some.slice(at + 1).map((other): [Reading, Reading] => [one, other]),
  );
}

const isCited = (one: Reading, cited: readonly Reading[]): boolean =>
  cited.some(
    (other) => amountOf(other).unit === amountOf(one).unit && numberOf(other) === numberOf(one),
  );

function asRatio(
  { reading, others, before }: Said,
  cited: readonly Reading[],
): Computed | undefined {
  const isShare = reading.unit === '%' && /占|相当于|为/u.test(before);
  const isAbout = /约|接近|大致/u.test(before);
  if (isAbout && reading.bounds.length > 0) return undefined;
  const about = isAbout ? { ...reading, bounds: ['约'] } : reading;
  if (!isOne(reading) || !(reading.unit === '倍' || isShare)) return undefined;
  const told = others.filter((one) => isOne(one) && isCited(one, cited));
  const some = (told.length >= 2 ? told : cited.filter(isOne)).filter(
    (one) => amountOf(one).unit !== '%',
  );
  if (told.length < 2 && some.length !== 2) return undefined;
  const factor = isShare ? 100 : 1;
  for (const one of some)
    for (const other of some) {
      const isPair = one !== other && amountOf(one).unit === amountOf(other).unit;
      const ratio = (numberOf(one) / numberOf(other)) * factor;
      const isRight = isShare ? ratio < factor : ratio > 1;
      const isMore =
        reading.bounds.join() === '多' && Math.floor(ratio) === numberOf(reading) && !isShare;
      if (isPair && isRight && (isMore || isAsExact(numberOf(reading), ratio, about)))
        return computed(reading, 'ratio', [one, other]);
    }
  return undefined;
}

const THINGS = /^[项条个家处所种类大方面座位件份步样块点层级省市区县地头]/u;

/** What a figure counts that is no measure: 三条, 四样. */
function countOf({ kind, unit, values: [value = ''] }: Reading): number | undefined {
  if (kind === 'numeral') return Number(readNumeral(value.slice(0, -1)) ?? 0);
  return kind === 'amount' && THINGS.test(unit) ? Number(value) : undefined;
}

/** 合六、合淮、合滁三条走廊: as many things as the claim lists, where nothing cited counts things like them. */
function asCount(
  { reading, claim, proofs }: Said,
  cited: readonly Reading[],
): Computed | undefined {
  const number = countOf(reading);
  if (number === undefined || number < 2 || reading.bounds.length > 0) return undefined;
  const isCounted = cited.some(
    (one) => one.kind === 'amount' && (numberOf(one) === number || one.unit === reading.unit),
  );
  const lists = claim
    .split(/[。:]|(?<=[^、]{9})，(?=[^、]{9})/u)
    .concat(claim.split(/[，。:;]/u).filter((part) => part.includes('、')))
    .map(
      (part) =>
        part.split(/、|，?(?:以及|还有)|(?<=、.*)[和与及]|(?<=^[^、]*)[和与](?=[^、]*$)/u).length,
    );
  const isOther = number === 2 && /一[个条种项家类](?![、])[^。]*另一/u.test(claim);
  const isJoined = claim.match(/[^，。:;+]+(?:\+[^，。:;+]+)+/u)?.[0].split('+').length === number;
  return !isCounted && (lists.includes(number) || proofs === number || isOther || isJoined)
    ? { value: reading.values[0] ?? '', how: 'count', from: [] }
    : undefined;
}

const computed = (reading: Reading, how: Computed['how'], from: readonly Reading[]): Computed => ({
  value: reading.values[0] ?? '',
  how,
  from: from.map(({ values }) => values[0] ?? ''),
});
