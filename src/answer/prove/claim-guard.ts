import type { Computed, DocumentInfo } from '../../model.ts';
import type { DraftClaim } from '../draft.ts';
import { type CitedText, citedText } from './cited-readings.ts';
import { withoutLead } from './claim-lead.ts';
import { compact } from './compact-text.ts';
import { type FigureFault, isOfTimes, provenBy } from './figure-guard.ts';
import { isTime, timeName } from './governing-times.ts';
import { quantitiesIn } from './quantities.ts';
import { isSameQuantity, type Quantity } from './quantity.ts';
import { type Reading, readingsIn } from './readings.ts';
import { meets, mentionsIn, strangePlace } from './region-guard.ts';
import { turnedRound } from './word-guard.ts';
import { leaning } from './word-overlap.ts';

/** What a claim states that its proofs do not, in the words of the claim. */
export interface Finding {
  readonly kind: FigureFault | 'region-differs' | 'turned-round';
  readonly what: string;
}

type Documents = ReadonlyMap<string, DocumentInfo>;

/**
 * Reads every quantity, year and place of a claim and holds it against what the claim cites: the first that is not
 * proven, undefined when all are. The same for every way an answer is worded.
 */
export function unproven(claim: DraftClaim, documents: Documents): Finding | undefined {
  const text = claim.isFree ? withoutLead(compact(claim.text)) : compact(claim.text);
  const cited = citedText(claim.proofs, documents);
  const citedIds = new Set(claim.proofs.map(({ passage }) => passage.documentId));
  // A lead that is left out below may still be a place (周村区：…).
  const strange = strangePlace(compact(claim.text), cited, citedIds, documents);
  if (strange) return { kind: 'region-differs', what: strange };
  const mentions = mentionsIn(text, documents);
  const unnamed = mentions.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '□'.repeat(end - start) + rest.slice(end),
    text,
  );
  const readings = readingsIn(unnamed);
  const said = ofUnits(cited, text);
  let last = -1;
  for (const reading of readings) {
    if (isComputed(reading, claim, cited.readings)) continue;
    if (claim.isFree && isOneOfSome(reading, text)) continue;
    if (claim.isFree && isPlanSpan(reading, text, cited, citedIds, documents)) continue;
    const place = mentions.findLast(
      ({ end, documentIds }) => end <= reading.start && meets(documentIds, citedIds),
    );
    const within = place ? ofDocuments(said, place.documentIds) : said;
    const proof = proofOf(reading, within, text, reading.place > 0 ? last : -1);
    if (typeof proof === 'string')
      return { kind: proof, what: text.slice(reading.start, reading.end) };
    last = proof;
  }
  const grade = strangeGrade(text, cited.quotes);
  if (grade !== undefined) return { kind: 'turned-round', what: grade };
  if (claim.isFree) return undefined;
  const turned = turnedRound(text, readings, cited.quotes, cited.background);
  return turned === undefined ? undefined : { kind: 'turned-round', what: turned };
}

const GRADE = /[\p{Script=Han}a-z\d]{1,2}[级类星档](?<limit>及?以[上下内外])?/giu;

/** 3A级以上 bounds grades, where no figure tells: a grade with another limit than is cited, or with none. */
const strangeGrade = (text: string, quotes: string): string | undefined =>
  [...text.matchAll(GRADE)].find(({ 0: grade, groups }) => {
    if (groups?.limit) return !quotes.includes(grade);
    const after = quotes.split(grade).slice(1);
    return after.length > 0 && after.every((rest) => /^及?以[上下内外]/u.test(rest));
  })?.[0];

/** Whether our own arithmetic gives it, in the unit of what it comes from; a model's is checked where it is worked out. */
const isComputed = (
  { values, unit }: Reading,
  { computed = [], isFree }: DraftClaim,
  cited: readonly Reading[],
): boolean =>
  values.every((value) =>
    computed.some(
      (figure) =>
        figure.value === value &&
        (isFree || figure.how !== 'difference' || isUnitOf(unit, figure, cited)),
    ),
  );

/** Per cents differ by points. */
const isUnitOf = (unit: string, { from = [] }: Computed, cited: readonly Reading[]): boolean =>
  cited.some(
    (one) =>
      one.values.some((value) => from.includes(value)) &&
      unit.replace(/^个(?=百分点)/u, '') === (one.unit === '%' ? '百分点' : one.unit),
  );

/** 一条是…，另一条是…; 两地: what joins the parts of a claim, and counts nothing that is cited. */
const isOneOfSome = (
  { kind, unit, values: [value = ''], start, end }: Reading,
  text: string,
): boolean =>
  (kind === 'numeral' && /^两/u.test(value)) ||
  (value === '1' &&
    /一/u.test(text.slice(start, end)) &&
    /^[个条种类项款份面段块头方步样]$/u.test(unit));

/** 这五年: as long as the plan is, or as its headings name; 5年以下 is a limit of something else. */
function isPlanSpan(
  { kind, unit, values: [years], start, end }: Reading,
  text: string,
  { background, quotes }: CitedText,
  ids: ReadonlySet<string>,
  documents: Documents,
): boolean {
  if (kind !== 'amount' || unit !== '年' || years !== '5') return false;
  if (/[以之][上下内前后]/u.test(text.slice(start, end + 2))) return false;
  const isOfFive = [...ids].some((id) => {
    const [from = 0, to = 0] = documents.get(id)?.period ?? [];
    return to - from === 4;
  });
  return isOfFive || /十[一二三四五六]五|五年/u.test(background + quotes);
}

/** A cell may be given without its unit only where the claim sets the unit in brackets, as the table does. */
const ofUnits = (cited: CitedText, text: string): CitedText => ({
  ...cited,
  readings: cited.readings.filter(
    ({ unitAside = '' }) => unitAside === '' || text.includes(`(${unitAside})`),
  ),
});

const ofDocuments = (cited: CitedText, ids: ReadonlySet<string>): CitedText => ({
  ...cited,
  readings: cited.readings.filter(({ documentId }) => ids.has(documentId)),
});

/**
 * Where the cited text states a reading, or why it does not.
 * @param after of a list of figures that share their words, the place of the one before: they keep their order
 */
function proofOf(
  reading: Reading,
  cited: CitedText,
  text: string,
  after: number,
): number | FigureFault {
  if (isTime(reading)) return isTimeProven(reading, cited, text) ? -1 : 'year-differs';
  if (reading.kind === 'code' && RATIO.test(reading.values[0] ?? ''))
    return isRatioProven(reading, cited);
  if (reading.kind === 'code' || reading.kind === 'numeral')
    return stands(reading, cited) ? -1 : 'figure-not-cited';
  const proven = provenBy(reading, cited.readings);
  if (typeof proven === 'string') return isInBackground(reading, cited) ? -1 : proven;
  const places = proven.map((one) => cited.readings.indexOf(one));
  return places.find((at) => at > after) ?? 'figure-of-another';
}

const RATIO = /^[\d.]+(?::[\d.]+)+$/u;

/** 1.5:57.4:41.1 is of a year as any other figure is. */
function isRatioProven(reading: Reading, { readings }: CitedText): number | FigureFault {
  const same = readings.filter((one) => isSameQuantity(one, reading));
  if (same.length === 0) return 'figure-not-cited';
  const found = same.find((one) => isOfTimes(reading, one));
  return found ? readings.indexOf(found) : 'year-differs';
}

/** A number inside a name is proven by the same name. */
const stands = ({ kind, values }: Reading, { quotes, background }: CitedText): boolean =>
  [quotes, background].some((text) =>
    kind === 'numeral'
      ? text.includes((values[0] ?? '').replace(/(?<=.{2}).$|[的和与是为、，。；]$/u, ''))
      : quantitiesIn(text).some((one) => one.kind === kind && one.values[0] === values[0]),
  );

const NUMBER_OF_LINE = /^[(]?\d+[.、)]/gmu;

/** Said in a heading or a title, where 12. is what one calls 第12项. */
function isInBackground(reading: Reading, { background }: CitedText): boolean {
  const isNumber = reading.kind === 'ordinal' && /^第[项条款个]$/u.test(reading.unit);
  return (
    quantitiesIn(background.replace(NUMBER_OF_LINE, '')).some((one) =>
      isSameQuantity(one, reading),
    ) ||
    (isNumber && new RegExp(`^[(]?${reading.values[0]}[.、)]`, 'mu').test(background))
  );
}

/** What makes a year part of the name of a plan: 2025年计划. */
const PLAN_OF_YEAR =
  /^度?(?:重点)?(?:工作)?(?:计划|任务|规划|要点)(?=提出|明确|要求|指出|[中里的》，。:]|$)/u;

/** How much of what another year is the year of must be said for it to be the same things. */
const SAME_THINGS = 0.3;

/**
 * A year is proven by a sentence that gives it to the same things; by heading, column or text before only where no
 * other year stands by those things.
 */
function isTimeProven(
  reading: Reading,
  { readings, givenTimes, background, quotes }: CitedText,
  text: string,
): boolean {
  const plan = PLAN_OF_YEAR.exec(text.slice(reading.end))?.[0];
  const name = text.slice(reading.start, reading.end) + plan;
  if (plan !== undefined && ![quotes, background].some((one) => one.includes(name))) return false;
  const said = readings.filter(isTime);
  const isSame = (one: Quantity): boolean => timeName(one) === timeName(reading);
  const others = said.filter((one) => !isSame(one));
  const isOfOthers = (words: string): boolean =>
    others.some((other) => leaning(reading.words, other.words, words) > 0);
  if (
    said.some(
      (one) => isSame(one) && one.bounds.join() === reading.bounds.join() && !isOfOthers(one.words),
    )
  )
    return true;
  const isGiven =
    givenTimes.has(timeName(reading)) ||
    (reading.kind === 'period' && quantitiesIn(background).some(isSame));
  return isGiven && !others.some(({ words }) => leaning(reading.words, words, '') > SAME_THINGS);
}
