import type { DocumentInfo, Passage } from '../../model.ts';
import type { YearsSaid } from '../../understand/years.ts';
import {
  type Candidate,
  type DraftClaim,
  type Evidence,
  isOfYear,
  leftOut,
  nearestOf,
  placeOf,
} from '../draft.ts';
import { partClaim } from './claims.ts';
import { orderClaim, type Placed } from './order-claim.ts';
import { partOf } from './plan-parts.ts';
import { bestRow, rowClaims } from './row-kind.ts';
import { tellingSentences } from './sentence-kind.ts';

/** One of the things set side by side: a document, or one of its times. */
interface Side {
  readonly label: string;
  readonly document: DocumentInfo;
  readonly time: YearsSaid;
}

interface FilledSide extends Side {
  readonly evidence: Evidence;
  readonly claims: readonly DraftClaim[];
  /** How well the best sentence fits. */
  readonly score: number;
}

/** The same thing side by side: a line a document, with the order and the difference where figures tell it. */
export async function sidesKind(evidence: Evidence): Promise<readonly Candidate[]> {
  const all = sidesOf(evidence);
  if (all.length < 2) return [];
  const sides = nearestOf(all, ({ document }) => document.id, evidence);
  const filled = await Promise.all(sides.map((side) => fill(side, sides, evidence)));
  const said = filled.filter(({ claims }) => claims.length > 0);
  if (said.length === 0) return [];
  const silent = filled.filter(({ claims }) => claims.length === 0).map(({ label }) => label);
  const notes = [
    ...(silent.length > 0 ? [`${silent.join('、')}：文件中没有给出。`] : []),
    ...leftOut(all.length, sides.length),
  ];
  const first = (most: number): DraftClaim[] => said.flatMap(({ claims }) => claims.slice(0, most));
  const order = orderClaim(said.flatMap(placedOf), evidence.query);
  const signs = {
    sidesSaid: said.length / filled.length,
    sidesWorst: Math.min(...said.map(({ score }) => score)),
    ordered: order ? 1 : 0,
  };
  return [1, 2].map((most) => ({
    kind: 'comparison',
    way: 'sides',
    claims: [...(order ? [order] : []), ...first(most)],
    notes,
    signs: { ...signs, more: most - 1 },
  }));
}

/** What of a side can be set in order: its label and the claim its figure stands in. */
const placedOf = ({ label, claims: [claim], evidence }: FilledSide): Placed[] =>
  claim ? [{ label, claim, query: evidence.query }] : [];

function sidesOf({ query, index, documents }: Evidence): Side[] {
  const { everyRegion, documentIds, regions } = query.scope;
  const named = documentIds.flatMap((id) => documents.get(id) ?? []);
  if (everyRegion && regions.length !== 1)
    return labelled(
      index.documents.filter(({ id }) => documentIds.length < 2 || documentIds.includes(id)),
      query.time,
    );
  return named.length > 1 ? labelled(named, query.time) : [];
}

function labelled(documents: readonly DocumentInfo[], time: YearsSaid): Side[] {
  const places = documents.map(placeOf);
  const isAlone = (place: string): boolean => places.filter((one) => one === place).length === 1;
  return documents.map((document) => {
    const place = placeOf(document);
    return { label: isAlone(place) ? place : document.shortTitle, document, time };
  });
}

/** The times that can be meant of a side: a year that another side's document is of is not asked of this one. */
function timeFor({ document, time }: Side, sides: readonly Side[]): YearsSaid {
  const isOthers = (year: number): boolean =>
    sides.some((other) => other.document.id !== document.id && isOfYear(other.document, year));
  const own = time.years.filter((year) => isOfYear(document, year));
  const years = own.length > 0 ? own : time.years.filter((year) => !isOthers(year));
  return { ...time, years, periods: own.length > 0 ? [] : time.periods };
}

const MOST_A_SIDE = 2;

async function fill(side: Side, sides: readonly Side[], evidence: Evidence): Promise<FilledSide> {
  const within = await evidence.retrieveWithin([side.document.id], timeFor(side, sides));
  const row = bestRow(within);
  const best = tellingSentences(within);
  const claims = row
    ? rowClaims(row, within)
    : best.slice(0, MOST_A_SIDE).map((sentence) => {
        const claim = partClaim(within, sentence);
        return { ...claim, text: `${side.label}：${claim.text}` };
      });
  return { ...side, evidence: within, claims, score: row ? 1 : (best[0]?.score ?? 0) };
}

/** One thing before and after: what a document reports of it beside what it plans. */
export function timesKind(evidence: Evidence): readonly Candidate[] {
  const [id, ...others] = evidence.query.scope.documentIds;
  if (id === undefined || others.length > 0) return [];
  const best = tellingSentences(evidence).filter(({ passage }) => passage.documentId === id);
  const typeOf = (passage: Passage) => partOf(passage, evidence.index, evidence.documents);
  const [past] = best.filter(({ passage }) => typeOf(passage) === 'review');
  const [planned] = best.filter(({ passage }) => {
    const type = typeOf(passage);
    return type !== undefined && type !== 'review';
  });
  if (!past || !planned) return [];
  const claims = [past, planned].map((sentence) => partClaim(evidence, sentence));
  const [before, after] = claims;
  const order =
    before && after
      ? orderClaim(
          [
            { label: '此前', claim: before, query: evidence.query },
            { label: '计划', claim: after, query: evidence.query },
          ],
          evidence.query,
        )
      : undefined;
  return [
    {
      kind: 'comparison',
      way: 'sides',
      claims: [...claims, ...(order ? [order] : [])],
      signs: { beforeAfter: 1, sidesWorst: Math.min(past.score, planned.score), sidesSaid: 1 },
    },
  ];
}
