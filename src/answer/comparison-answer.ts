import type { DocumentInfo } from '../model.ts';
import { coverageOf, headingsOf } from '../retrieve/matching.ts';
import type { Query } from '../retrieve/query.ts';
import { namesRegion } from '../retrieve/rescore.ts';
import { type Draft, type DraftClaim, type Evidence, placeOf } from './draft.ts';
import { claimsOf } from './indicator-answer.ts';
import { hasAnswer, isValue } from './indicator-claim.ts';
import { matchIndicators } from './indicator-match.ts';
import { candidatesOf, claimOf } from './passage-answer.ts';
import { isSupported } from './support.ts';

interface Side {
  readonly label: string;
  readonly documentIds: readonly string[];
}

/** The same thing side by side: one line a region, or a document where one region has several. */
export async function comparisonAnswer(evidence: Evidence): Promise<Draft | undefined> {
  const sides = sidesOf(evidence);
  if (sides.length < 2) return undefined;
  const found: { side: Side; claims: DraftClaim[] }[] = [];
  for (const side of sides) found.push({ side, claims: await claimsFor(side, evidence) });
  const claims = found.flatMap((one) => one.claims);
  if (claims.length === 0) return undefined;
  const silent = found.filter((one) => one.claims.length === 0).map(({ side }) => side.label);
  const order = orderOf(evidence);
  return {
    kind: 'comparison',
    claims: order ? [order, ...claims] : claims,
    ...(silent.length > 0 ? { notes: [`${silent.join('、')}：文件中没有给出。`] } : {}),
  };
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
  if (regions.length >= 2) return severalTimes(query) ? byDocument(named) : byRegion(named);
  if (query.wants.has('later') && named.length > 0) {
    const first = named[0]?.issuedOn ?? '';
    const rest = index.documents.filter(
      ({ id, issuedOn }) => !documentIds.includes(id) && (issuedOn ?? '') > first,
    );
    return [...byRegion(named), ...byRegion(rest)];
  }
  return named.length > 1 && severalTimes(query) ? byDocument(named) : [];
}

/** Speaks of a plan's whole period and of single years, or of several years: documents are set side by side. */
function severalTimes({ text, time, wants }: Query): boolean {
  const spans = time.periods.length + (/五年|规划/u.test(text) ? 1 : 0);
  return wants.has('compare') && spans > 0 && time.years.length > 0;
}

const byDocument = (documents: readonly DocumentInfo[]): Side[] =>
  documents.map((document) => ({ label: document.shortTitle, documentIds: [document.id] }));

function byRegion(documents: readonly DocumentInfo[]): Side[] {
  const labels = [...new Set(documents.map(placeOf))];
  return labels.map((label) => ({
    label,
    documentIds: documents.filter((document) => placeOf(document) === label).map(({ id }) => id),
  }));
}

async function claimsFor(side: Side, evidence: Evidence): Promise<DraftClaim[]> {
  const rows = evidence.index.indicators.filter(({ documentId }) =>
    side.documentIds.includes(documentId),
  );
  const within = await evidence.retrieveWithin(side.documentIds);
  const meant = matchIndicators(within.query, rows).filter(({ indicator }) =>
    hasAnswer(within.query, indicator),
  );
  const row = meant[0]?.indicator;
  if (row) return claimsOf(row, within);
  return sentenceClaims(side, evidence, within);
}

const MAX_SENTENCES_A_SIDE = 2;
/** The question also says what the other sides are about, so that one side holds less of it. */
const SIDE_SUPPORT = { minCoverage: 0.25, minFigureCoverage: 0.3, maxUnknown: 0.7 };

function sentenceClaims(side: Side, evidence: Evidence, within: Evidence): DraftClaim[] {
  const isNamed = side.documentIds.some((id) => evidence.query.scope.documentIds.includes(id));
  const query = { ...within.query, time: evidence.query.time };
  const fits = candidatesOf(within).filter(
    ({ sentence, hit }) =>
      isSupported(query, sentence, SIDE_SUPPORT) &&
      (isNamed ||
        evidence.query.scope.regions.length === 0 ||
        namesRegion(hit.passage, evidence.query)),
  );
  const first = fits[0];
  if (!first) return [];
  const known = new Set(coverageOf(query, first.sentence.flat, headingsOf(first.sentence)).found);
  const second = fits.find(
    (candidate) =>
      candidate !== first &&
      candidate.hit.passage.documentId !== first.hit.passage.documentId &&
      coverageOf(query, candidate.sentence.flat, headingsOf(candidate.sentence)).found.length >=
        known.size,
  );
  return [first, ...(second ? [second] : [])].slice(0, MAX_SENTENCES_A_SIDE).map((candidate) => {
    const claim = claimOf(query, candidate);
    return { ...claim, text: `${side.label}：${claim.text}` };
  });
}

/** Highest and lowest target, when the question asks who is ahead and every side has a plain figure. */
function orderOf({ query, index, documents }: Evidence): DraftClaim | undefined {
  if (!/最|谁高|谁多|谁低|排.{0,2}序|哪个.{0,2}(?:高|低|多|少)|谁/u.test(query.text))
    return undefined;
  const ids =
    query.scope.everyRegion && query.scope.regions.length < 2
      ? index.documents.map(({ id }) => id)
      : query.scope.documentIds;
  const rows = matchIndicators(
    query,
    index.indicators.filter(({ documentId }) => ids.includes(documentId)),
  )
    .map(({ indicator }) => indicator)
    .filter((indicator) => isValue(indicator.target) && /\d/u.test(indicator.target));
  if (rows.length < 2) return undefined;
  const valued = rows
    .map((indicator) => ({
      indicator,
      value: Number(/\d+(?:\.\d+)?/u.exec(indicator.target ?? '')?.[0]),
    }))
    .sort((a, b) => b.value - a.value);
  const text = valued
    .map(
      ({ indicator }) =>
        `${placeOf(documents.get(indicator.documentId))}${indicator.target?.replace(/\s+/gu, '')}`,
    )
    .join(' ＞ ');
  const proofs = valued.flatMap(({ indicator }) => {
    const passage = index.passage(indicator.passageId);
    return passage ? [{ passage, quote: passage.quotable }] : [];
  });
  return { text: `${rows[0]?.targetYear}年目标由高到低：${text}。`, proofs };
}
