import type { Query } from '../../understand/query.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { likelyDocuments } from '../draft.ts';
import { lengthOf } from '../windows.ts';
import { laidOut } from './lay-out.ts';
import { type Node, stretchesIn, treeOf } from './nodes.ts';
import { dividedNodes, headingsOf, type Wide, wholeOf } from './structure.ts';
import { nodesOnTheme, type ScoredNode, themeBeyond } from './theme.ts';

const STRETCHES = 2;
const DIVIDED = 2;
const MAX_DIVIDED_DOCUMENTS = 2;
/** Reading whole documents takes long: not where nothing speaks for an overview. */
const MAY_BE_WIDE = 0.05;

const isWide = ({ kinds, wants }: Query): boolean =>
  kinds.overview + kinds.list > MAY_BE_WIDE || wants.has('overview') || wants.has('structure');

/**
 * What is asked of a document at large: the stretch that is about a theme, whole or part by part; how the document
 * or a part of it is divided; or all of its headings. Few, for much is partly right; how far a theme was found tells
 * which of them is meant.
 */
export function overviewKind(evidence: Evidence): readonly Candidate[] {
  if (!isWide(evidence.query)) return [];
  const ids = preferredFirst(likelyDocuments(evidence), evidence.query);
  const scored = nodesOnTheme(
    ids.flatMap((id) => stretchesIn(treeOf(evidence.index, id))),
    evidence,
  );
  const themeScore = scored[0]?.score ?? 0;
  const known = (id: string): Record<string, number> => ({
    themeScore,
    beyondTitle: themeBeyond(evidence.documents.get(id)?.title ?? '', evidence).part,
  });
  const [likeliest] = ids;
  // 第四章 is asked of, not the whole.
  const isPointedAt = evidence.query.locations.length > 0;
  const divided = ids
    .slice(0, MAX_DIVIDED_DOCUMENTS)
    .flatMap((id, at) => dividedNodes(id, at, evidence))
    .sort((a, b) => b.value - a.value);
  return [
    ...stretches(scored, evidence),
    ...divided.slice(0, DIVIDED).flatMap((one, at) => headingsOf(one, at, evidence)),
    ...(likeliest === undefined || isPointedAt ? [] : wholeOf(likeliest, divided, evidence)),
  ].map(({ documentId, ...candidate }) => ({
    ...candidate,
    signs: { ...candidate.signs, ...known(documentId) },
  }));
}

/** 淄川2023年任务: of several documents of a place the one that the question says the sort or the year of. */
const preferredFirst = (ids: readonly string[], { scope }: Query): string[] =>
  ids.toSorted(
    (a, b) => Number(scope.preferredIds.includes(b)) - Number(scope.preferredIds.includes(a)),
  );

const stretches = (scored: readonly ScoredNode[], evidence: Evidence): Wide[] => {
  const [first, second] = scored;
  return scored.slice(0, STRETCHES).map((one, at) => {
    const claims = laidOut(one.node, evidence);
    const said = claims.reduce((sum, { text }) => sum + lengthOf(text), 0);
    return {
      documentId: one.node.documentId,
      kind: 'list',
      way: 'section',
      claims,
      signs: {
        nodeScore: one.score,
        nodeHeading: one.signs.heading,
        nodeMass: one.signs.mass,
        nodePart: one.signs.part,
        nodeGap: one.score - (at === 0 ? (second?.score ?? 0) : (first?.score ?? 0)),
        nodeSaid: Math.min(1, said / Math.max(1, charsOf(one.node))),
        candidateRank: 1 / (1 + at),
      },
    };
  });
};

const charsOf = ({ passages }: Node): number =>
  passages.reduce((sum, { kind, quotable }) => sum + (kind === 'text' ? lengthOf(quotable) : 0), 0);
