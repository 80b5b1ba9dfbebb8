import type { CitedReading } from './cited-readings.ts';
import { amountOf, isNoMoreThan, isSameAmount, isSameQuantity, isSameValue } from './quantity.ts';
import type { Reading } from './readings.ts';
import { leaning } from './word-overlap.ts';

/** What is wrong with a figure of a claim. */
export type FigureFault =
  | 'figure-not-cited'
  | 'unit-differs'
  | 'qualifier-differs'
  | 'year-differs'
  | 'manner-differs'
  | 'figure-of-another';

/**
 * Why a figure of a claim is proven by no reading of what it cites. One proves it that is equal in value, unit,
 * qualifier, year and manner, unless another figure of that kind is nearer to what the claim says its figure is of.
 * @returns the readings that prove it, best first, or what the nearest miss differs in
 */
export function provenBy(
  reading: Reading,
  cited: readonly CitedReading[],
): readonly CitedReading[] | FigureFault {
  let left = cited.filter((one) => isSameValue(one, reading));
  if (left.length === 0) return 'figure-not-cited';
  for (const [fault, holds] of TESTS) {
    left = left.filter((one) => holds(reading, one));
    if (left.length === 0) return fault;
  }
  const rivals = cited.filter((one) => isRival(reading, one));
  left = left.filter((one) => rivals.every((rival) => !isNearer(reading, rival, one)));
  return left.length > 0 ? left : 'figure-of-another';
}

const TESTS: readonly (readonly [
  FigureFault,
  (reading: Reading, cited: CitedReading) => boolean,
])[] = [
  ['unit-differs', isSameAmount],
  ['qualifier-differs', isNoMoreThan],
  ['year-differs', isOfTimes],
  ['manner-differs', isInManner],
];

/** Another figure of its kind, or the same with another unit or qualifier. */
const isRival = (reading: Reading, one: CitedReading): boolean =>
  one.kind === reading.kind &&
  (amountOf(one).unit === amountOf(reading).unit || isSameValue(one, reading)) &&
  !isSameQuantity(one, reading) &&
  isOfTimes(reading, one);

const SAYS_AIM = /目标|预[期计](?!性)|力争|计划|规划|将|争取|拟|要(?![求素点闻害])/u;

/** A figure of a cell must say which year's it is; a figure of a text may leave its year unsaid. */
export function isOfTimes(
  { times, near, sentence, isFrom }: Reading,
  cited: CitedReading,
): boolean {
  if (cited.cell === 'change') return !/(?:19|20)\d{2}年/u.test(near);
  if (cited.cell === 'base' && isFrom) return true;
  if (cited.cell === 'base' && (times.length === 0 || /目标/u.test(near))) return false;
  if (cited.cell === 'target' && times.length === 0) return SAYS_AIM.test(sentence);
  const known = cited.times.length > 0 ? cited.times : cited.givenTimes;
  return times.every(
    (time) => known.includes(time) || (time.includes('-') && cited.headedTimes.includes(time)),
  );
}

function isInManner(reading: Reading, cited: CitedReading): boolean {
  return (
    RESPECTS.every((respect) => isWithin(reading, cited, respect)) &&
    isWithin(cited, reading, 'measures') &&
    isWithin(cited, reading, 'by') &&
    (reading.isDenied === cited.isDenied || (cited.isDenied && DENIES.test(reading.near))) &&
    (!cited.isHoped || reading.isHoped || SAYS_AIM.test(reading.sentence)) &&
    (!reading.isHoped || cited.isHoped || cited.cell === 'target')
  );
}

const RESPECTS = ['measures', 'by', 'towards'] as const;

/** Whether what is said of one figure in some respect is said of the other too, or may be meant there. */
function isWithin(
  { own: said }: Reading,
  { own, around, near, sentence }: Reading,
  respect: (typeof RESPECTS)[number],
): boolean {
  const known = new Set<string>([...own[respect], ...around[respect]]);
  return [...said[respect]].every(
    (one) =>
      known.has(one) ||
      (one === 'up' && own.measures.has('新增')) ||
      (ADDS.test(one) && (ADDED.test(near) || ADDS_ALL.test(sentence))),
  );
}

/** What is new adds to what there is, however that is put. */
const ADDS = /^[新净]增$/u;
const ADDED = /新|增|再/u;
const ADDS_ALL = /[新净]增/u;
const DENIES = /不得|禁止|严禁|不再|不能/u;

/** Whether a claim's sentence gives a rival its own figure. */
const isSaidToo = ({ values }: CitedReading, { sentence }: Reading): boolean =>
  values.every((value) => sentence.includes(value));

/** Whether the claim's words fit a rival better, or fit both alike and only the unsaid year tells them apart. */
function isNearer(reading: Reading, rival: CitedReading, one: CitedReading): boolean {
  // 从81.5岁提升至82.5岁: where it starts and where it goes are told apart.
  if (one.isFrom === reading.isFrom && rival.isFrom !== one.isFrom) return false;
  const lean = leaning(reading.words, rival.words, one.words);
  if (lean !== 0) return lean > 0;
  // What is left unsaid (花生…，收获机械化率) was said before.
  const said = reading.sentence.slice(0, reading.sentence.indexOf(reading.near));
  if (rival.words !== one.words && said !== '' && !isSaidToo(rival, reading)) {
    const earlier = leaning(said, rival.words, one.words);
    if (earlier !== 0) return earlier > 0;
  }
  const isOfOtherTime = rival.times.join() !== one.times.join();
  return reading.times.length === 0 && isOfOtherTime && rival.words === one.words;
}
