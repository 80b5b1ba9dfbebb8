import type { DocumentInfo } from '../../model.ts';
import { coverageOf, headingsOf } from '../../retrieve/matching.ts';
import { namesRegion } from '../../retrieve/rescore.ts';
import { ANY_FIGURE } from '../../understand/asked-unit.ts';
import type { Query } from '../../understand/query.ts';
import type { YearsSaid } from '../../understand/years.ts';
import {
  type Draft,
  type DraftClaim,
  type Evidence,
  isOfYear,
  leftOut,
  nearestOf,
  placeOf,
} from '../draft.ts';
import { asksOutcome } from '../outcome.ts';
import { holdsSubject, isSupported } from '../support.ts';
import { claimsOf } from './indicator-answer.ts';
import { answersTime, hasAnswer } from './indicator-claim.ts';
import { matchIndicators, SURE } from './indicator-match.ts';
import { orderClaim } from './order-claim.ts';
import { type Candidate, candidatesOf, claimOf } from './passage-answer.ts';

/** One of the things compared: the documents of a region, or one document. */
interface Side {
  readonly label: string;
  readonly documents: readonly DocumentInfo[];
}

/** The same thing side by side: one line a region, or a document where one region has several. */
export async function comparisonAnswer(evidence: Evidence): Promise<Draft | undefined> {
  const all = sidesOf(evidence);
  if (all.length < 2) return undefined;
  const sides = nearestOf(all, ({ documents }) => documents[0]?.id ?? '', evidence);
  const found = await Promise.all(
    sides.map(async (side) => ({ side, claims: await claimsFor(side, sides, evidence) })),
  );
  const claims = found.flatMap((one) => one.claims);
  if (claims.length === 0) return undefined;
  if (onlyPlanned(found, evidence)) return { kind: 'none', claims: [], reason: NOTHING_LATER };
  const silent = found.filter((one) => one.claims.length === 0).map(({ side }) => side.label);
  const order = orderClaim(evidence);
  return {
    kind: 'comparison',
    claims: order ? [order, ...claims] : claims,
    notes: [
      ...(silent.length > 0 ? [`${silent.join('、')}：文件中没有给出。`] : []),
      ...leftOut(all.length, sides.length),
    ],
  };
}

const NOTHING_LATER = '文件里只有当时的计划，后来的文件没有说结果。';

/** Asked only how it turned out, and no document issued later says so. */
function onlyPlanned(
  found: readonly { readonly side: Side; readonly claims: readonly DraftClaim[] }[],
  { query }: Evidence,
): boolean {
  const isOfResult = asksOutcome(query) && query.scope.regions.length < 2;
  const saysLater = found.some(
    ({ side, claims }) =>
      claims.length > 0 && side.documents.every(({ id }) => !query.scope.documentIds.includes(id)),
  );
  return isOfResult && !saysLater;
}

function sidesOf({ query, index }: Evidence): Side[] {
  const { everyRegion, documentIds, regions } = query.scope;
  if (everyRegion && regions.length !== 1) {
    const plans = index.documents.filter(
      ({ kind, id }) => kind === 'five-year-plan' || documentIds.includes(id),
    );
    return byRegion(plans);
  }
  const named = index.documents.filter(({ id }) => documentIds.includes(id));
  if (regions.length >= 2)
    return spansTimes(query) || asksOfYears(query, named) ? byDocument(named) : byRegion(named);
  if (query.wants.has('later') && named.length > 0) {
    const rest = index.documents.filter((document) => couldReport(document, named));
    return [...byRegion(named), ...byRegion(rest)];
  }
  return named.length > 1 && spansTimes(query) ? byDocument(named) : [];
}

/** Issued after what was named, by the same place or the city around it. */
function couldReport(document: DocumentInfo, named: readonly DocumentInfo[]): boolean {
  const isNew = !named.includes(document) && (document.issuedOn ?? '') > (named[0]?.issuedOn ?? '');
  const isOfPlace = named.some(({ region }) => region === document.region);
  return isNew && (isOfPlace || document.region?.endsWith('市') === true);
}

const PLAN_YEARS = 5;

/** Speaks of a plan's whole period and of single years: documents are set side by side. */
function spansTimes({ text, time, wants }: Query): boolean {
  const isPeriod = time.periods.some(([from, to]) => to - from === PLAN_YEARS - 1);
  return wants.has('compare') && (isPeriod || /五年|规划/u.test(text)) && time.years.length > 0;
}

/** Names several years, one of which is a named document's own. */
const asksOfYears = ({ time }: Query, named: readonly DocumentInfo[]): boolean =>
  time.years.length > 1 &&
  time.years.some((year) => named.some((document) => isOfYear(document, year)));

const byDocument = (documents: readonly DocumentInfo[]): Side[] =>
  documents.map((document) => ({ label: document.shortTitle, documents: [document] }));

function byRegion(documents: readonly DocumentInfo[]): Side[] {
  const labels = [...new Set(documents.map(placeOf))];
  return labels.map((label) => ({
    label,
    documents: documents.filter((document) => placeOf(document) === label),
  }));
}

/** The times that can be meant of a side: a year that another side's document is of is not asked of this one. */
function timeFor(side: Side, sides: readonly Side[], time: YearsSaid): YearsSaid {
  const isOwn = (year: number): boolean =>
    side.documents.some((document) => isOfYear(document, year));
  const isOthers = (year: number): boolean =>
    sides.some(
      (other) => other !== side && other.documents.some((document) => isOfYear(document, year)),
    );
  const years = time.years.filter((year) => isOwn(year) || !isOthers(year));
  const hasOwn = years.some(isOwn);
  return {
    ...time,
    years: hasOwn ? years.filter(isOwn) : years,
    periods: hasOwn ? [] : time.periods,
  };
}

async function claimsFor(
  side: Side,
  sides: readonly Side[],
  evidence: Evidence,
): Promise<DraftClaim[]> {
  const ids = side.documents.map(({ id }) => id);
  const time = timeFor(side, sides, evidence.query.time);
  const within = await evidence.retrieveWithin(ids, time);
  const rows = evidence.index.indicators.filter(({ documentId }) => ids.includes(documentId));
  const matches = matchIndicators(within.query, rows);
  const meant = matches
    .map(({ indicator }) => indicator)
    .filter((indicator) => hasAnswer(within.query, indicator));
  const [row] = meant;
  if (
    !row &&
    matches.some(({ score, indicator }) => score >= SURE && answersTime(within.query, indicator))
  )
    return [];
  return row
    ? meant
        .filter(({ documentId }) => documentId === row.documentId)
        .flatMap((indicator) => claimsOf(indicator, within, false))
    : sentenceClaims(side, evidence.query, within);
}

/** The question also says what the other sides are about, so that one side holds less of it. */
const SIDE_SUPPORT = {
  minCoverage: 0.25,
  minCoverageAnywhere: 0.25,
  minFigureCoverage: 0.3,
  maxUnknown: 0.7,
};
const MAX_SENTENCES_A_SIDE = 2;
/**
 * Whether a sentence of a document nobody named speaks of the very thing asked about. A figure may be that of a
 * larger place: 高新技术企业 are counted by each.
 */
const speaksOfSame = (query: Query, { sentence }: Candidate): boolean =>
  query.unit === undefined &&
  query.figures.length === 0 &&
  holdsSubject(query, coverageOf(query, sentence.flat, headingsOf(sentence)).found);

function sentenceClaims(side: Side, asked: Query, within: Evidence): DraftClaim[] {
  const isNamed =
    side.documents.some(({ id }) => asked.scope.documentIds.includes(id)) ||
    asked.scope.regions.length === 0;
  const { unit, asksMany } = within.query;
  const isAny = asksMany && unit?.name === ANY_FIGURE;
  const query = { ...within.query, head: undefined, unit: isAny ? undefined : unit };
  const shareOf = ({ sentence }: Candidate): number =>
    coverageOf(query, sentence.flat, headingsOf(sentence)).share;
  const fits = candidatesOf(within).filter(
    (candidate) =>
      isSupported(query, candidate.sentence, SIDE_SUPPORT) &&
      (isNamed || namesRegion(candidate.hit.passage, asked) || speaksOfSame(query, candidate)),
  );
  const first = fits[0];
  if (!first) return [];
  const more = fits.slice(1).filter((candidate) => addsTo(first, candidate, query, shareOf));
  return [first, ...more].slice(0, MAX_SENTENCES_A_SIDE).map((candidate) => {
    const claim = claimOf(query, candidate);
    return { ...claim, text: `${side.label}：${claim.text}` };
  });
}

/** Says the same of another time or in another document: a state beside a target. */
function addsTo(
  first: Candidate,
  candidate: Candidate,
  query: Query,
  shareOf: (candidate: Candidate) => number,
): boolean {
  const isElsewhere =
    candidate.sentence.passage.id !== first.sentence.passage.id ||
    candidate.sentence.time.years.join() !== first.sentence.time.years.join();
  const isAsSure = shareOf(candidate) >= shareOf(first) - 0.05;
  return (
    isElsewhere &&
    isAsSure &&
    (query.unit === undefined || query.unit.figure.test(candidate.sentence.flat))
  );
}
