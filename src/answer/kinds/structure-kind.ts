import { readOrdinal } from '../../parse/chinese-number.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { likelyDocuments } from '../draft.ts';
import { treeOf, within } from './nodes.ts';
import { headingsClaim } from './overview-kind.ts';
import { partOf } from './plan-parts.ts';
import { askedPart, nodesOnTheme } from './theme.ts';

const MIN_PARTS = 3;
const BEST = 3;
const MAX_DOCUMENTS = 2;

/** How a document or a part of it is divided: its headings, counted. */
export function structureKind(evidence: Evidence): readonly Candidate[] {
  return likelyDocuments(evidence)
    .slice(0, MAX_DOCUMENTS)
    .flatMap((id) => dividedNodes(id, evidence));
}

function dividedNodes(id: string, evidence: Evidence): Candidate[] {
  const document = evidence.documents.get(id);
  const root = treeOf(evidence.index, id);
  const nodes = within(root).filter(
    ({ outline }) => (outline ? headingsIn(outline.quotable) : 0) >= MIN_PARTS,
  );
  const asked = askedPart(evidence.query, document);
  const count = countSaid(evidence.query.text);
  const themes = new Map(
    nodesOnTheme(nodes, evidence).map(({ node, signs }) => [node, signs] as const),
  );
  const rated = nodes
    .map((node) => {
      const type = partOf(
        { documentId: id, headingPath: node.path },
        evidence.index,
        evidence.documents,
      );
      const isCounted = count !== undefined && headingsIn(node.outline?.quotable ?? '') === count;
      const heading = themes.get(node)?.heading ?? 0;
      const part = asked === undefined || type === undefined ? 0 : asked === type ? 1 : -1;
      const isReview = asked === undefined && type === 'review';
      return {
        node,
        heading,
        part,
        isCounted,
        value:
          3 * heading +
          (part > 0 ? 2.2 : part < 0 ? -1.5 : 0) +
          (isCounted ? 2.5 : 0) -
          0.6 * node.path.length -
          (isReview ? 1 : 0),
      };
    })
    .sort((a, b) => b.value - a.value);
  return rated.slice(0, BEST).flatMap(({ node, value, heading, part, isCounted }, at) => {
    const claim = headingsClaim(node, node.path.at(-1) ?? `${document?.shortTitle ?? ''}的结构`);
    if (!claim) return [];
    const candidate: Candidate = {
      kind: 'outline',
      way: 'headings',
      claims: [claim],
      signs: {
        nodeScore: value,
        nodeHeading: heading,
        nodePart: part,
        counted: count === undefined ? 0 : isCounted ? 1 : -1,
        root: node.path.length === 0 ? 1 : 0,
        candidateRank: 1 / (1 + at),
      },
    };
    return [candidate];
  });
}

const headingsIn = (outline: string): number =>
  outline.split('\n').filter((line) => line.trim() !== '').length - 1;

const COUNT = /(\d+|[两二三四五六七八九十]+)(?:个|大|项|条|块|方面|件|摊|部分|章|类|招|样)/u;

/** How many parts the question says there are. */
export function countSaid(text: string): number | undefined {
  const numeral = COUNT.exec(text)?.[1];
  const count = numeral === undefined ? 0 : readOrdinal(numeral.replace('两', '二'));
  return count > 1 ? count : undefined;
}
