import type { DocumentInfo, Passage } from '../../model.ts';
import type { YearsSaid } from '../../understand/years.ts';
import {
  type Candidate,
  type DraftClaim,
  type Evidence,
  isOfYear,
  leftOut,
  nearestOf,
} from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import { agrees } from './agreement.ts';
import { labelOf, partClaim } from './claims.ts';
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
  const order = orderClaim(said.flatMap(placedOf));
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
  claim ? [{ label, claim, asking: evidence }] : [];

function sidesOf({ query, index, documents }: Evidence): Side[] {
  const { everyRegion, documentIds, regions } = query.scope;
  const named = documentIds.flatMap((id) => documents.get(id) ?? []);
  if (everyRegion && regions.length !== 1)
    return labelled(
      index.documents.filter(({ id }) => documentIds.length < 2 || documentIds.includes(id)),
      query.time,
      documents,
    );
  return named.length > 1 ? labelled(named, query.time, documents) : [];
}

const labelled = (
  sides: readonly DocumentInfo[],
  time: YearsSaid,
  documents: Evidence['documents'],
): Side[] => sides.map((document) => ({ label: labelOf(document, documents), document, time }));

/** The times that can be meant of a side: a year that another side's document is of is not asked of this one. */
function timeFor({ document, time }: Side, sides: readonly Side[]): YearsSaid {
  const isOthers = (year: number): boolean =>
    sides.some((other) => other.document.id !== document.id && isOfYear(other.document, year));
  const own = time.years.filter((year) => isOfYear(document, year));
  const years = own.length > 0 ? own : time.years.filter((year) => !isOthers(year));
  return { ...time, years, periods: own.length > 0 ? [] : time.periods };
}

const MOST_A_SIDE = 2;
/** How far behind the best a sentence may lie that agrees with time and figure where the best does not. */
const MOST_BEHIND = 2.5;

async function fill(side: Side, sides: readonly Side[], evidence: Evidence): Promise<FilledSide> {
  const within = await evidence.retrieveWithin([side.document.id], timeFor(side, sides));
  const row = bestRow(within);
  const telling = tellingSentences(within);
  const agreeing = telling.find(agrees);
  const isNear = agreeing && agreeing.score >= (telling[0]?.score ?? 0) - MOST_BEHIND;
  const best = isNear ? [agreeing, ...telling.filter((one) => one !== agreeing)] : telling;
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
  const order = orderClaim(
    claims.map((claim, at) => ({ label: at === 0 ? '此前' : '计划', claim, asking: evidence })),
  );
  return [
    {
      kind: 'comparison',
      way: 'sides',
      claims: [...claims, ...(order ? [order] : [])],
      signs: { beforeAfter: 1, sidesWorst: Math.min(past.score, planned.score), sidesSaid: 1 },
    },
  ];
}

const JOINS = /[和与及跟、\s]|以及|还有/u;
const SUBJECT_SHARE = 3;
const MIN_SUBJECT_CHARS = 2;
const MOST_SUBJECTS = 4;

/** Several things that one question asks about: the best sentence for each. */
export function subjectsKind(evidence: Evidence): readonly Candidate[] {
  const { query, index } = evidence;
  const subjects = query.content
    .split(JOINS)
    .filter((part) => part.length >= MIN_SUBJECT_CHARS)
    .slice(0, MOST_SUBJECTS);
  if (subjects.length < 2 || !(query.asksMany || query.wants.has('compare'))) return [];
  const chosen = subjects.flatMap((content) => {
    const { share } = meaningOf({ ...query, content }, index);
    const [best] = tellingSentences(evidence)
      .slice(0, READ_FOR_SUBJECTS)
      .map((sentence) => ({
        sentence,
        score: sentence.score + SUBJECT_SHARE * share(sentence.text),
        content,
      }))
      .sort((a, b) => b.score - a.score);
    return best ? [best] : [];
  });
  const sentences = new Set(chosen.map(({ sentence }) => sentence));
  if (sentences.size < 2) return [];
  return [
    {
      kind: 'comparison',
      way: 'sides',
      claims: chosen.map(({ sentence, content }) =>
        partClaim({ index, query: { ...query, content } }, sentence),
      ),
      signs: {
        subjects: 1,
        sidesSaid: sentences.size / subjects.length,
        sidesWorst: Math.min(...chosen.map(({ sentence }) => sentence.score)),
      },
    },
  ];
}

const READ_FOR_SUBJECTS = 30;
