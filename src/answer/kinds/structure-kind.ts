import { readOrdinal } from '../../parse/chinese-number.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { likelyDocuments } from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import { readable } from '../windows.ts';
import { type Node, titleOf, treeOf, within } from './nodes.ts';
import { headingsClaim } from './overview-kind.ts';
import { partOf } from './plan-parts.ts';
import { askedPart } from './theme.ts';

const MIN_PARTS = 3;
const BEST = 3;
const MAX_DOCUMENTS = 2;

/** Speaks of a document as a whole. */
const WHOLE =
  /整本|整份|整个|全文|通篇|从头到尾|[这那]份|(?:报告|规划|计划|纲要|文件|意见|方案|通知|任务|办法)(?:一共|总共|主要|都)?(?:分|有|讲|写|是)/u;

/** How a document or a part of it is divided: its headings, counted. */
export function structureKind(evidence: Evidence): readonly Candidate[] {
  const divided = likelyDocuments(evidence)
    .slice(0, MAX_DOCUMENTS)
    .flatMap((id, at) => dividedNodes(id, at, evidence))
    .sort((a, b) => b.value - a.value);
  const best = divided.slice(0, BEST);
  const usual = divided.filter(
    ({ node }) => isUsual(node) && !best.some((one) => one.node === node),
  );
  return [...best, ...usual.slice(0, BEST)].flatMap((one, at) => candidateOf(one, at, evidence));
}

/** What people mean most often where they do not say which part: the whole, or what is to be done. */
const isUsual = ({ path }: Node): boolean =>
  path.length === 0 || (path.length === 1 && TASKS.test(readable(path[0] ?? '')));
const TASKS = /(?:任务|措施|举措|重点工作|主要工作|工作安排)$/u;

interface Divided {
  readonly node: Node;
  readonly value: number;
  readonly heading: number;
  readonly part: number;
  readonly counted: number;
}

/** A later document is less likely meant. */
const NEXT_DOCUMENT = 1.5;

/** What speaks for each divided stretch of a document being the one asked about, whatever its theme. */
function dividedNodes(id: string, place: number, evidence: Evidence): Divided[] {
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

function candidateOf(
  { node, value, heading, part, counted }: Divided,
  at: number,
  { documents }: Evidence,
): Candidate[] {
  const name = documents.get(node.documentId)?.shortTitle ?? '';
  const claim = headingsClaim(node, node.path.at(-1) ?? `${name}的结构`);
  if (!claim) return [];
  return [
    {
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
