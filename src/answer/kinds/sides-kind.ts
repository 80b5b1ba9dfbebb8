import type { DocumentInfo, DocumentKind, Passage } from '../../model.ts';
import { clausesOf } from '../../retrieve/sentences.ts';
import type { Query } from '../../understand/query.ts';
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
import type { Asking } from '../windows.ts';
import { agrees } from './agreement.ts';
import { alignments, likenessOf, type Option } from './alignment.ts';
import { labelOf, partClaim } from './claims.ts';
import { hasFigure, orderClaim, type Placed } from './order-claim.ts';
import { type PlanPartType, partOf } from './plan-parts.ts';
import { bestRow, rowClaims } from './row-kind.ts';
import { tellingSentences } from './sentence-kind.ts';

/** One of the things set side by side: a document, or one of its times. */
interface Side {
  readonly label: string;
  readonly document: DocumentInfo;
  readonly time: YearsSaid;
}

interface ReadSide extends Side {
  readonly evidence: Evidence;
  /** What may be said of it, the likeliest first. */
  readonly options: readonly Option[];
}

/** The same thing side by side: a line a document, with the order and the difference where figures tell it. */
export async function sidesKind(evidence: Evidence): Promise<readonly Candidate[]> {
  const asked = sidesOf(evidence);
  if (asked.length < 2) return [];
  const sides = nearestOf(asked, ({ document }) => document.id, evidence);
  const read = await Promise.all(sides.map((side) => readSide(side, sides, evidence)));
  const silent = read.filter(({ options }) => options.length === 0).map(({ label }) => label);
  const notes = [
    ...(silent.length > 0 ? [`${silent.join('、')}：文件中没有给出。`] : []),
    ...leftOut(asked.length, sides.length),
  ];
  const said = read.filter(({ options }) => options.length > 0);
  const all = said.map(({ options }) => options);
  const ways: readonly Way[] = [
    ...[...alignments(all), ...alignments(withFigures(said))].map((chosen) => ({
      chosen,
      more: 0,
    })),
    { chosen: said.map(({ options: [first] }) => (first ? [first] : [])), more: 0 },
    { chosen: said.map(({ options }) => options.slice(0, 2)), more: 1 },
  ];
  return distinct(
    ways.map(({ chosen, more }) => {
      const filled = said.map((side, at) => ({ ...side, options: chosen[at] ?? [] }));
      const order = orderClaim(filled.flatMap(placedOf));
      return {
        kind: 'comparison',
        way: 'sides',
        claims: [...(order ? [order] : []), ...filled.flatMap(claimsOf)],
        notes,
        signs: {
          sidesSaid: said.length / read.length,
          sidesWorst: Math.min(...filled.map(({ options: [best] }) => best?.score ?? 0)),
          sidesAlike: likenessOf(chosen.flatMap(([first]) => first ?? [])),
          ordered: order ? 1 : 0,
          more,
        },
      };
    }),
  );
}

/** What says no figure cannot be measured against what does; none where a side gives no figure at all. */
function withFigures(
  sides: readonly Pick<ReadSide, 'label' | 'evidence' | 'options'>[],
): (readonly Option[])[] {
  const figured = sides.map(({ label, evidence, options }) =>
    options.filter(({ claims, clause }) =>
      claims.some((claim) =>
        hasFigure({ label, claim: { ...claim, text: clause }, asking: evidence }),
      ),
    ),
  );
  return figured.every(({ length }) => length > 0) ? figured : [];
}

interface Way {
  /** Of each side what is read out. */
  readonly chosen: readonly (readonly Option[])[];
  readonly more: number;
}

/** Two ways may come to the same words. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const said = candidate.claims.map(({ text }) => text).join('\n');
    if (said !== '' && !seen.has(said)) seen.set(said, candidate);
  }
  return [...seen.values()];
}

const claimsOf = ({ options }: ReadSide): DraftClaim[] => options.flatMap(({ claims }) => claims);

/** What of a side can be set in order: its label and the claim its figure stands in. */
const placedOf = ({ label, options: [first], evidence }: ReadSide): Placed[] =>
  (first?.claims ?? []).slice(0, 1).map((claim) => ({ label, claim, asking: evidence }));

/** Asking each document by itself takes as long as the question did: not where nothing speaks for it. */
const MAY_COMPARE = 0.1;

const isComparing = ({ wants, kinds }: Query): boolean =>
  wants.has('compare') || kinds.compare > MAY_COMPARE;

function sidesOf({ query, index, documents }: Evidence): Side[] {
  const { everyRegion, documentIds, regions } = query.scope;
  const named = documentIds.flatMap((id) => documents.get(id) ?? []);
  if (everyRegion && regions.length !== 1)
    return labelled(
      named.length > 1 ? named : ofCommonestKind(index.documents),
      query.time,
      documents,
    );
  const isCompared = regions.length > 1 || isComparing(query);
  return named.length > 1 && isCompared ? labelled(named, query.time, documents) : [];
}

/** Every region has its plan, and some have papers of other kinds beside it. */
function ofCommonestKind(documents: readonly DocumentInfo[]): DocumentInfo[] {
  const countOf = (kind: DocumentKind): number =>
    documents.filter((document) => document.kind === kind).length;
  const [commonest] = documents.map(({ kind }) => kind).toSorted((a, b) => countOf(b) - countOf(a));
  return documents.filter(({ kind }) => kind === commonest);
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

const MOST_OPTIONS = 8;
/** How far behind the best a sentence may lie that agrees with time and figure where the best does not. */
const MOST_BEHIND = 2.5;

async function readSide(side: Side, sides: readonly Side[], evidence: Evidence): Promise<ReadSide> {
  const within = await evidence.retrieveWithin([side.document.id], timeFor(side, sides));
  const row = bestRow(within);
  const telling = tellingSentences(within);
  const agreeing = telling.find(agrees);
  const isNear = agreeing && agreeing.score >= (telling[0]?.score ?? 0) - MOST_BEHIND;
  const best = isNear ? [agreeing, ...telling.filter((one) => one !== agreeing)] : telling;
  const sentences = best.slice(0, MOST_OPTIONS).map((sentence): Option => {
    const claim = partClaim(within, sentence);
    return {
      claims: [{ ...claim, text: `${side.label}：${claim.text}` }],
      clause: nearestClause(within, claim.text),
      score: sentence.score,
    };
  });
  const ofRow = row
    ? [{ claims: rowClaims(row, within), clause: row.name, score: sentences[0]?.score ?? 0 }]
    : [];
  return { ...side, evidence: within, options: [...ofRow, ...sentences] };
}

function nearestClause({ query, index }: Asking, text: string): string {
  const { share } = meaningOf(query, index);
  const clauses = clausesOf(text).map(([start, end]) => text.slice(start, end));
  const [nearest = text] = clauses
    .map((clause) => ({ clause, near: share(clause) }))
    .sort((a, b) => b.near - a.near)
    .map(({ clause }) => clause);
  return nearest;
}

const MOST_BEFORE_AFTER = 2;

/** One thing before and after: what a document reports of it beside what it plans. */
export function timesKind(evidence: Evidence): readonly Candidate[] {
  const [id, ...others] = evidence.query.scope.documentIds;
  if (id === undefined || others.length > 0) return [];
  const best = tellingSentences(evidence).filter(({ passage }) => passage.documentId === id);
  const typeOf = (passage: Passage) => partOf(passage, evidence.index, evidence.documents);
  const options = (holds: (type: PlanPartType | undefined) => boolean): Option[] =>
    best
      .filter(({ passage }) => holds(typeOf(passage)))
      .slice(0, MOST_OPTIONS)
      .map((sentence) => {
        const claim = partClaim(evidence, sentence);
        return {
          claims: [claim],
          clause: nearestClause(evidence, claim.text),
          score: sentence.score,
        };
      });
  const past = options((type) => type === 'review');
  const planned = options((type) => type !== undefined && type !== 'review');
  const [first] = past;
  const [second] = planned;
  if (!first || !second) return [];
  const figured = withFigures(
    [past, planned].map((side) => ({ label: '', evidence, options: side })),
  );
  const pairs = [
    ...alignments([past, planned]).slice(0, MOST_BEFORE_AFTER),
    ...alignments(figured).slice(0, MOST_BEFORE_AFTER),
    [[first], [second]],
  ];
  return distinct(
    pairs.map((pair) => {
      const chosen = pair.flat();
      const claims = chosen.flatMap((option) => option.claims);
      const order = orderClaim(
        claims.map((claim, at) => ({ label: at === 0 ? '此前' : '计划', claim, asking: evidence })),
      );
      return {
        kind: 'comparison',
        way: 'sides',
        claims: [...claims, ...(order ? [order] : [])],
        signs: {
          beforeAfter: 1,
          sidesWorst: Math.min(...chosen.map(({ score }) => score)),
          sidesAlike: likenessOf(chosen),
          sidesSaid: 1,
        },
      };
    }),
  );
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
  if (subjects.length < 2 || !(query.asksMany || isComparing(query))) return [];
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
