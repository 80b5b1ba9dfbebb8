import { readOrdinal } from '../../parse/chinese-number.ts';
import type { Candidate, DraftClaim, Evidence } from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import { readable } from '../windows.ts';
import { fitting, headingsClaim, MAX_OVERVIEW_CHARS } from './lay-out.ts';
import { type Node, titleOf, treeOf, within } from './nodes.ts';
import { partOf } from './plan-parts.ts';
import { askedPart } from './theme.ts';

/** A candidate, and the document it is of. */
export interface Wide extends Candidate {
  readonly documentId: string;
}

const MIN_PARTS = 3;

/** Speaks of a document as a whole. */
const WHOLE =
  /整本|整份|整个|全文|通篇|从头到尾|[这那]份|(?:报告|规划|计划|纲要|文件|意见|方案|通知|任务|办法)(?:一共|总共|主要|都)?(?:分|有|讲|写|是)/u;

/** A stretch with several headings right under its own, and what speaks for its being meant. */
export interface Divided {
  readonly node: Node;
  readonly value: number;
  readonly heading: number;
  readonly part: number;
  readonly counted: number;
}

/** A later document is less likely meant. */
const NEXT_DOCUMENT = 1.5;

/** What speaks for each divided stretch of a document being the one asked about, whatever its theme. */
export function dividedNodes(id: string, place: number, evidence: Evidence): Divided[] {
  const { query, index, documents } = evidence;
  const nodes = within(treeOf(index, id)).filter(
    ({ outline }) => (outline ? headingsIn(outline.quotable) : 0) >= MIN_PARTS,
  );
  const asked = askedPart(query, documents.get(id));
  const count = countSaid(query.text);
  const { share } = meaningOf(query, index);
  return nodes.map((node): Divided => {
    const type = partOf({ documentId: id, headingPath: node.path }, index, documents);
    const isCounted = headingsIn(node.outline?.quotable ?? '') === count;
    const heading = share(titleOf(node));
    const part = asked === undefined || type === undefined ? 0 : asked === type ? 1 : -1;
    const isRoot = node.path.length === 0;
    return {
      node,
      heading,
      part,
      counted: count === undefined ? 0 : isCounted ? 1 : -1,
      value:
        3 * heading +
        (part > 0 ? 2.2 : part < 0 ? -1.5 : 0) +
        (isCounted ? 2.5 : 0) +
        (isRoot && asked === undefined && WHOLE.test(query.text) ? 1.5 : 0) -
        0.6 * node.path.length -
        (asked === undefined && type === 'review' ? 1 : 0) -
        NEXT_DOCUMENT * place,
    };
  });
}

/**
 * How a document or a part of it is divided: its headings, counted.
 * @param at its place among those that may be meant, from 0
 */
export function headingsOf(
  { node, value, heading, part, counted }: Divided,
  at: number,
  evidence: Evidence,
): Wide[] {
  const claim = headingsClaim(node, titleFor(node, evidence));
  if (!claim) return [];
  return [
    {
      documentId: node.documentId,
      kind: 'outline',
      way: 'headings',
      claims: [claim],
      signs: {
        nodeScore: value,
        nodeHeading: heading,
        nodePart: part,
        counted,
        root: node.path.length === 0 ? 1 : 0,
        candidateRank: 1 / (1 + at),
      },
    },
  ];
}

const titleFor = (node: Node, { documents }: Evidence): string =>
  node.path.at(-1) ?? `${documents.get(node.documentId)?.shortTitle ?? ''}的结构`;

/** Says nothing of its own. */
const APPENDED = /^(?:附件|附录|附表|注释|名词|术语)/u;

/** A document's parts and what each is divided into, in its order; what is likeliest meant where not all fits. */
export function wholeOf(
  documentId: string,
  divided: readonly Divided[],
  evidence: Evidence,
): Wide[] {
  const root = treeOf(evidence.index, documentId);
  const parts = root.children.filter((node) => !APPENDED.test(readable(titleOf(node))));
  const likeliest = divided.map(({ node }) => node).filter((node) => parts.includes(node));
  const claims = new Map<Node, DraftClaim>();
  for (const node of [root, ...likeliest]) {
    const claim = headingsClaim(node, titleFor(node, evidence));
    if (claim) claims.set(node, claim);
  }
  const fit = new Set(fitting([...claims.values()], MAX_OVERVIEW_CHARS));
  const said = [root, ...parts].flatMap((node) => {
    const claim = claims.get(node);
    return claim && fit.has(claim) ? [claim] : [];
  });
  const isSaid = said.length === 1 && divided[0]?.node === root;
  if (said.length === 0 || isSaid) return [];
  const title = evidence.documents.get(documentId)?.title ?? '';
  return [
    {
      documentId,
      kind: 'outline',
      way: 'headings',
      claims: said,
      signs: {
        root: 1,
        wholePlan: 1,
        nodeHeading: meaningOf(evidence.query, evidence.index).share(title),
        nodeSaid: said.length / (1 + parts.length),
      },
    },
  ];
}

const headingsIn = (outline: string): number =>
  outline.split('\n').filter((line) => line.trim() !== '').length - 1;

const COUNT =
  /(\d+|[两二三四五六七八九十]+)(?:个|大|项|条|块|方面|件|摊|部分|章|类|招|样|种|座|家|所|组|域|区)/u;

/** How many parts the question says there are. */
export function countSaid(text: string): number | undefined {
  const numeral = COUNT.exec(text)?.[1];
  const count = numeral === undefined ? 0 : readOrdinal(numeral.replace('两', '二'));
  return count > 1 ? count : undefined;
}
