import type { DocumentInfo } from '../../model.ts';
import { flatPassage } from '../../retrieve/flat-passage.ts';
import { lateShare } from '../../retrieve/late/late-share.ts';
import { coverageOf } from '../../retrieve/matching.ts';
import type { Query } from '../../understand/query.ts';
import { askedYears } from '../../understand/years.ts';
import type { Evidence } from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import type { Node } from './nodes.ts';
import { titleOf } from './nodes.ts';
import { type PlanPartType, partOf } from './plan-parts.ts';

const MIN_CHARS = 25;
const MAX_CHARS = 7_000;

/** What speaks for a stretch being the one asked about, in shares of what the question says. */
export interface NodeSigns {
  readonly heading: number;
  readonly path: number;
  readonly cover: number;
  /** How far what was found lies in it, and it in what was found. */
  readonly mass: number;
  readonly first: number;
  /** 1 the asked part of a plan, −1 another, 0 none asked. */
  readonly part: number;
  /** Looks back though nothing of the past is asked. */
  readonly review: number;
}

/** What a question is about beyond the document it names. */
export interface Theme {
  /** How much it tells; next to nothing where the document as a whole is meant. */
  readonly weight: number;
  /** Its share of all that is asked, 0 to 1. */
  readonly part: number;
  /** How far a text says or means it, 0 to 1. */
  share(text: string): number;
}

/** A document's title says part of what many questions ask: the rest is their theme. */
export function themeBeyond(title: string, { query, index }: Evidence): Theme {
  const { asked, found } = meaningOf(query, index);
  const named = found(title);
  const rest = asked.map((word, at) => ({ ...word, weight: word.weight * (1 - (named[at] ?? 0)) }));
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const weight = rest.reduce((sum, word) => sum + word.weight, 0);
  return {
    weight,
    part: total > 0 ? weight / total : 0,
    share: (text) => lateShare(rest, found(text)),
  };
}

const WEIGHTS: NodeSigns = {
  heading: 8.5,
  path: 3.7,
  cover: 5,
  mass: 8,
  first: 4.9,
  part: 3,
  review: -2.3,
};

export interface ScoredNode {
  readonly node: Node;
  readonly score: number;
  readonly signs: NodeSigns;
}

/** Stretches by how far they are about what the question is about, best first. */
export function nodesOnTheme(nodes: readonly Node[], evidence: Evidence): ScoredNode[] {
  const all = meaningOf(evidence.query, evidence.index);
  const massOf = massIn(evidence);
  const themes = new Map<string, Theme>();
  const themeIn = (id: string): Theme => {
    const known = themes.get(id) ?? themeBeyond(evidence.documents.get(id)?.title ?? '', evidence);
    themes.set(id, known);
    return known;
  };
  return nodes
    .filter((node) => {
      const chars = node.passages.reduce((sum, { text }) => sum + text.length, 0);
      const isOfSize = chars >= MIN_CHARS && chars <= MAX_CHARS;
      // Reading closely what nothing was found in would take longer than all the rest.
      return node.path.length > 0 && isOfSize && massOf(node) > 0;
    })
    .map((node) => {
      const document = evidence.documents.get(node.documentId);
      const asked = askedPart(evidence.query, document);
      const type = partOf(
        { documentId: node.documentId, headingPath: node.path },
        evidence.index,
        evidence.documents,
      );
      const theme = themeIn(node.documentId);
      const share = (text: string): number => (all.share(text) + theme.share(text)) / 2;
      const own = share(titleOf(node));
      const signs: NodeSigns = {
        heading: own,
        path: Math.max(
          own,
          ...node.path.slice(0, -1).map((heading, depth) => {
            const steps = node.path.length - 1 - depth;
            return share(heading) * 0.75 * 0.8 ** (steps - 1);
          }),
        ),
        cover: coverageOf(
          evidence.query,
          node.passages.map((passage) => flatPassage(passage).text).join(' '),
        ).share,
        mass: massOf(node),
        first: share(firstSentence(node)),
        part: asked === undefined || type === undefined ? 0 : asked === type ? 1 : -1,
        review: asked === undefined && type === 'review' ? 1 : 0,
      };
      return { node, signs, score: weigh(signs) };
    })
    .sort((a, b) => b.score - a.score);
}

const weigh = (signs: NodeSigns): number =>
  (Object.keys(WEIGHTS) as (keyof NodeSigns)[]).reduce(
    (sum, name) => sum + WEIGHTS[name] * signs[name],
    0,
  );

const firstSentence = ({ passages }: Node): string =>
  /^[^。；]*/u.exec(passages.find(({ kind }) => kind === 'text')?.text ?? '')?.[0] ?? '';

const READ_FOR_MASS = 40;

/** Harmonic mean of how much of what was found lies in a node and how much of the node was found. */
function massIn({ sentences }: Evidence): (node: Node) => number {
  const best = sentences.slice(0, READ_FOR_MASS);
  const top = best[0]?.score ?? 0;
  const worth = new Map<string, number>();
  for (const { passage, score } of best)
    worth.set(passage.id, (worth.get(passage.id) ?? 0) + Math.exp(score - top));
  const all = [...worth.values()].reduce((sum, one) => sum + one, 0);
  return ({ passages }) => {
    const found = passages.flatMap(({ id }) => worth.get(id) ?? []);
    const recall = found.reduce((sum, one) => sum + one, 0) / Math.max(all, Number.EPSILON);
    const precision = found.length / Math.max(1, passages.length);
    return recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0;
  };
}

const TO_COME = /(?:未来|今后)(?:的)?五年|五年(?:后|以后|里|内)|远景/u;

/** Which part of a plan the question speaks of, where it says so. */
export function askedPart(
  { text, time, thisYear, planned }: Query,
  document: DocumentInfo | undefined,
): PlanPartType | undefined {
  if (TO_COME.test(text)) return 'horizon';
  const period = document?.period;
  const [year] = askedYears(time, thisYear, document);
  const [plan] = time.periods;
  if (period && plan && year === undefined) return plan[0] < period[0] ? 'review' : 'horizon';
  if (period && year !== undefined) {
    if (year < period[0]) return 'review';
    return period[0] === period[1] && year === period[0] ? 'year' : 'horizon';
  }
  return planned === 'result' ? 'review' : undefined;
}
